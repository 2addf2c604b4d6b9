import { parquetWriteBuffer } from 'hyparquet-writer';
import { profileColumns } from '../../src/core/dataset/profile.ts';
import { prepare } from '../../src/core/prepare/prepare.ts';
import { inferInterpretation, reinterpret } from '../../src/core/roles/roles.ts';
import { readDataset } from '../../src/io/read/readDataset.ts';
import { mediansInTurn } from './medians.ts';
import { predictions } from './random.ts';
import type { Line } from './run.ts';

/** The same million rows of two splits as CSV and as Parquet, and another role for a column once they are read. */
export async function formatLines(rows = 1_000_000): Promise<Line[]> {
  const { yTrue, yScore } = predictions(rows);
  const splitOf = (row: number) => (row < 0.8 * rows ? 'train' : 'test');
  const lines = Array.from(yTrue, (label, row) => `${splitOf(row)},${label},${yScore[row]}\n`);
  const csv = new Blob(['split,y_true,y_prob\n', ...lines]);
  const parquet = new Blob([
    parquetWriteBuffer({
      columnData: [
        { name: 'split', data: Array.from(yTrue, (_, row) => splitOf(row)), type: 'STRING' },
        { name: 'y_true', data: Int32Array.from(yTrue), type: 'INT32' },
        { name: 'y_prob', data: yScore, type: 'DOUBLE' },
      ],
    }),
  ]);
  const read = (name: string, blob: Blob) => readDataset(new AbortController().signal, [{ name, blob }], () => {});
  const { dataset, notes } = await read('bench.parquet', parquet);
  const profiles = profileColumns(dataset);
  const reading = inferInterpretation(dataset, profiles);
  if (!('label' in reading)) throw new Error('Its columns are not understood.');
  const withoutSplit = reinterpret(profiles, reading, { split: null });
  const times = await mediansInTurn({
    csv: async () => void (await read('bench.csv', csv)),
    parquet: async () => void (await read('bench.parquet', parquet)),
    role: async () => void prepare(dataset, profiles, withoutSplit, notes),
  });
  const table = `${rows.toLocaleString('en')} rows`;
  return [
    { what: `reading CSV / reading Parquet, ${table}`, value: times.csv / times.parquet, atLeast: 1 },
    { what: `reading CSV / another role for a column, without reading again, ${table}`, value: times.csv / times.role },
    { what: `another role for a column, ${table}`, value: times.role, unit: 'ms', atMost: 1000 },
  ];
}
