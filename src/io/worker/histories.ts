import type { SortedFiles, SourceFile } from '../io.ts';
import { mayHoldHistory } from '../read/training/mayHoldHistory.ts';
import type { DatasetWorker } from './dataset.ts';

/**
 * Takes the histories of trainings out from among files, in a worker that lives no longer than that; without one where no file looks like
 * it. Where the worker fails, no file is a history, and whoever opens the files says what is wrong with them.
 */
export async function sortInWorker(
  startWorker: () => DatasetWorker,
  signal: AbortSignal,
  files: readonly SourceFile[],
): Promise<SortedFiles> {
  const looks = await Promise.all(files.map(mayHoldHistory));
  signal.throwIfAborted();
  const none: SortedFiles = { histories: [], rest: files };
  if (!looks.some(Boolean)) return none;
  const worker = startWorker();
  return new Promise<SortedFiles>((resolve, reject) => {
    const onAbort = () => end(() => reject(new DOMException('Cancelled', 'AbortError')));
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', onAbort);
      worker.terminate();
      settle();
    };
    signal.addEventListener('abort', onAbort, { once: true });
    worker.onmessage = ({ data }) => {
      const answer = data.kind === 'done' ? data.answer : null;
      end(() => resolve(answer !== null && 'histories' in answer ? answer : none));
    };
    worker.onerror = () => end(() => resolve(none));
    worker.onmessageerror = () => end(() => resolve(none));
    worker.postMessage({ kind: 'ask', id: 1, ask: { kind: 'histories', files } });
  });
}
