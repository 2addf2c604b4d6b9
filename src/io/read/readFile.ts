import type { FileSummary, SourceFile } from '../io.ts';
import { ReadProblem } from '../readProblem.ts';
import { breathing } from './breath.ts';
import { CsvIntake } from './csvIntake.ts';
import type { Intake } from './intake.ts';
import { JsonIntake } from './json/jsonIntake.ts';
import { sniffJson } from './json/sniffJson.ts';
import { inferLayout, type Layout } from './layout.ts';
import { type NotInEncoding, openSource } from './source.ts';
import type { Table } from './table.ts';

/** Characters looked at first to find out how a file is written; more where its records are longer. */
const HEAD = 64 * 1024;

/** Reads one file of text into the table. `onProgress` is told the bytes of the file read so far, after each piece. */
export async function readFile(
  signal: AbortSignal,
  file: SourceFile,
  table: Table,
  onProgress: (bytesRead: number) => void,
  failure: NotInEncoding | null,
): Promise<FileSummary> {
  let bytesRead = 0;
  const onBytes = (bytes: number) => {
    bytesRead = bytes;
  };
  const { encoding, pieces } = await openSource(signal, file, onBytes, failure);
  if (failure !== null) {
    table.note({ code: 'fallbackEncoding', severity: 'note', values: { file: file.name, encoding } });
  }
  const breath = breathing(signal);
  const { head, isWhole } = await textOf(pieces, '', HEAD);
  const cut = sniffJson(head);
  const summary = { name: file.name, bytes: file.blob.size, encoding };

  const takeAll = async (intake: Intake, first: string) => {
    intake.take(first);
    onProgress(bytesRead);
    for await (const text of pieces) {
      intake.take(text);
      onProgress(bytesRead);
      await breath();
    }
    intake.end();
    onProgress(bytesRead);
    table.endFile(file.name);
    if (intake.rows === 0) throw new ReadProblem('headerOnly', { file: file.name });
    return { ...summary, rows: intake.rows, firstLine: intake.firstLine, hasHeader: intake.hasHeader };
  };

  if (cut !== null) {
    const intake = new JsonIntake(file.name, cut, table);
    const taken = await takeAll(intake, head);
    return { ...taken, format: 'json', json: intake.form, delimiter: '' };
  }
  const { text, layout } = await readLayout(file.name, pieces, head, isWhole);
  const taken = await takeAll(new CsvIntake(file.name, layout, table), text.slice(layout.start));
  return { ...taken, format: 'text', json: null, delimiter: layout.delimiter };
}

/** Text until there is as much as wanted, or no more. `start`: what was read already. */
async function textOf(
  pieces: AsyncGenerator<string>,
  start: string,
  wanted: number,
): Promise<{ readonly head: string; readonly isWhole: boolean }> {
  let head = start;
  while (head.length < wanted) {
    const next = await pieces.next();
    if (next.done) return { head, isWhole: true };
    head += next.value;
  }
  return { head, isWhole: false };
}

/** Reads on until it can be told how the file is written. `text`: what was read for it. */
async function readLayout(
  file: string,
  pieces: AsyncGenerator<string>,
  start: string,
  isAll: boolean,
): Promise<{ readonly text: string; readonly layout: Layout }> {
  let text = start;
  let isWhole = isAll;
  for (let wanted = HEAD; ; wanted *= 4) {
    if (!isWhole) ({ head: text, isWhole } = await textOf(pieces, text, wanted));
    // A longer look helps as long as not even two records are whole; the cutter's own limits end this.
    const layout = inferLayout(file, text.slice(0, wanted), isWhole && text.length <= wanted);
    if (layout !== null) return { text, layout };
  }
}
