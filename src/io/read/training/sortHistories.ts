import { profileColumns } from '../../../core/dataset/profile.ts';
import { type TrainingHistory, trainingHistory } from '../../../core/training/history.ts';
import type { ReadHistory, SortedFiles, SourceFile } from '../../io.ts';
import { ReadProblem } from '../../readProblem.ts';
import { readDataset } from '../readDataset.ts';
import { unpackFiles } from '../zip/unpackFiles.ts';
import { mayHoldHistory } from './mayHoldHistory.ts';

/**
 * Takes the histories of trainings out from among files, those inside a zip too. A file that cannot be read stays among the others, and
 * whoever opens them says why.
 */
export async function sortHistories(signal: AbortSignal, files: readonly SourceFile[]): Promise<SortedFiles> {
  const histories: ReadHistory[] = [];
  const rest: SourceFile[] = [];
  for (const file of files) {
    const found = await historiesIn(signal, file);
    histories.push(...found.histories);
    rest.push(...found.rest);
  }
  return { histories, rest };
}

async function historiesIn(signal: AbortSignal, file: SourceFile): Promise<SortedFiles> {
  const whole: SortedFiles = { histories: [], rest: [file] };
  if (!(await mayHoldHistory(file))) return whole;
  const parts = await orNull(unpackFiles(signal, [file]));
  if (parts === null) return whole;
  const histories: ReadHistory[] = [];
  const rest: SourceFile[] = [];
  for (const { file: source, kind } of parts) {
    const history = (await historyIn(signal, source)) ?? (kind === 'parquet' ? null : await appendedIn(signal, source));
    if (history === null) rest.push(source);
    else histories.push({ source, history });
  }
  return histories.length === 0 ? whole : { histories, rest };
}

async function historyIn(signal: AbortSignal, file: SourceFile): Promise<TrainingHistory | null> {
  const read = await orNull(readDataset(signal, [file], () => {}));
  return read === null ? null : trainingHistory(read.dataset, profileColumns(read.dataset));
}

/**
 * A history of several trainings, each of which wrote its head anew into the same file. As such a file begins with a line that comes
 * again, nothing else takes that line for its head. Null where no line is repeated so.
 */
async function appendedIn(signal: AbortSignal, { name, blob }: SourceFile): Promise<TrainingHistory | null> {
  const text = await blob.text();
  const [first] = text.split(/[\r\n]/, 1);
  const head = first.trim();
  if (head === '' || !text.includes(head, first.length)) return null;
  const lines = text.split(/\r\n|\n|\r/);
  const kept = lines.filter((line, at) => at === 0 || line.trim() !== head);
  const repeatedHeads = lines.length - kept.length;
  if (repeatedHeads === 0) return null;
  const history = await historyIn(signal, { name, blob: new Blob([kept.join('\n')]) });
  return history === null ? null : { ...history, repeatedHeads };
}

/** Null for a file that cannot be read; a cancelled reading goes on being one. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ReadProblem) return null;
    throw error;
  }
}
