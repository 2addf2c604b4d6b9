import Papa from 'papaparse';
import { bytesHeld } from '../../src/core/dataset/bytesHeld.ts';
import { profileColumns } from '../../src/core/dataset/profile.ts';
import { prepare } from '../../src/core/prepare/prepare.ts';
import { inferInterpretation } from '../../src/core/roles/roles.ts';
import { type ReadResult, readDataset } from '../../src/io/read/readDataset.ts';
import { mediansInTurn } from './medians.ts';
import type { Line } from './run.ts';
import { predictionsCsv } from './table.ts';

/** What the score index holds for a row without weights: its score. */
const INDEX_BYTES = Float64Array.BYTES_PER_ELEMENT;

/** From CSV text to typed columns, and on to curves and metrics, against the row objects that most pages make of a file. */
export async function csvLines(rows = 1_000_000): Promise<Line[]> {
  const blob = new Blob(predictionsCsv(rows));
  const read = () => readDataset(new AbortController().signal, [{ name: 'bench.csv', blob }], () => {});
  const times = await mediansInTurn({
    objects: async () => {
      const { data } = Papa.parse(await blob.text(), { header: true, skipEmptyLines: true });
      assertRows(data.length, rows);
    },
    columns: async () => assertRows((await read()).dataset.rowCount, rows),
    evaluations: async () => assertRows(keptOf(await read()), rows),
  });
  const { dataset } = await read();
  const table = `${rows.toLocaleString('en')} rows of five columns`;
  return [
    { what: `PapaParse with header: true / our reading, ${table}`, value: times.objects / times.columns, atLeast: 2.1 },
    {
      what: `PapaParse with header: true / our reading and every metric and curve, ${table}`,
      value: times.objects / times.evaluations,
      atLeast: 1.2,
    },
    {
      what: `columns and score index held for each row, ${table}`,
      value: (bytesHeld(dataset) + INDEX_BYTES * rows) / rows,
      unit: 'bytes',
      atMost: 24,
    },
  ];
}

export function keptOf({ dataset, notes }: ReadResult): number {
  const profiles = profileColumns(dataset);
  const interpretation = inferInterpretation(dataset, profiles);
  if (!('label' in interpretation)) throw new Error('Its columns are not understood.');
  const prepared = prepare(dataset, profiles, interpretation, notes);
  if ('problem' in prepared) throw new Error(prepared.problem);
  return prepared.accounting.kept;
}

function assertRows(count: number, rows: number): void {
  if (count !== rows) throw new Error(`${count} rows instead of ${rows}.`);
}
