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
    const history = kind === 'parquet' ? null : await historyIn(signal, source);
    if (history === null) rest.push(source);
    else histories.push({ source, history });
  }
  return histories.length === 0 ? whole : { histories, rest };
}

async function historyIn(signal: AbortSignal, file: SourceFile): Promise<TrainingHistory | null> {
  const read = await orNull(readDataset(signal, [file], () => {}));
  return read === null ? null : trainingHistory(read.dataset, profileColumns(read.dataset));
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
