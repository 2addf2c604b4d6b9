import { type Backoff, waitBefore } from '../../core/predict/retry.ts';
import type { CallOutcome, Failure } from './callEndpoint.ts';

/** What became of one item of a batch, and how many calls it took. */
export interface BatchResult {
  readonly outcome: CallOutcome;
  readonly attempts: number;
}

export interface BatchOptions {
  /** Calls under way at a time. */
  readonly concurrency: number;
  /** Attempts at one item. */
  readonly attempts: number;
  readonly backoff: Backoff;
  /** Failures one after another, without an answer between them, after which the rest is left alone. */
  readonly patience: number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
}

export const BATCH: Omit<BatchOptions, 'wait' | 'random'> = {
  concurrency: 4,
  attempts: 4,
  backoff: { first: 500, most: 8000 },
  patience: 12,
};

/** A wait that ends early with the signal's reason. */
export function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/**
 * Asks about every item that has no answer yet, a few at a time, and tells of each one as soon as it is settled. What a server asks to
 * wait for holds up all calls, not only the one it was said to. Ends early, leaving the rest without a result, after many failures in a
 * row: `isWhole` is then false. Rejects with the signal's reason; what was told of before stays true, so that a later call with those
 * results goes on where this one stopped.
 */
export async function runBatch(
  signal: AbortSignal,
  isSettled: readonly boolean[],
  call: (signal: AbortSignal, item: number) => Promise<CallOutcome>,
  onSettled: (item: number, result: BatchResult) => void,
  { concurrency, attempts, backoff, patience, wait, random }: BatchOptions,
): Promise<{ readonly isWhole: boolean }> {
  const waiting = isSettled.flatMap((settled, item) => (settled ? [] : [item]));
  let next = 0;
  let failedInRow = 0;
  /** What all calls wait for. */
  let pause: Promise<void> | null = null;
  const hasGivenUp = () => failedInRow >= patience;

  async function settle(item: number): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      if (pause !== null) await pause;
      const outcome = await call(signal, item);
      signal.throwIfAborted();
      const mayRepeat = outcome.kind === 'failed' && outcome.isPassing && attempt < attempts && !hasGivenUp();
      if (!mayRepeat) {
        failedInRow = outcome.kind === 'failed' && !isAnswerOfServer(outcome) ? failedInRow + 1 : 0;
        onSettled(item, { outcome, attempts: attempt });
        return;
      }
      const ms = waitBefore(attempt, outcome.retryAfter, random(), backoff);
      if (outcome.retryAfter === null) await wait(ms, signal);
      else {
        // Calls that were under way together are all told to wait; one wait is enough.
        pause ??= wait(ms, signal).finally(() => {
          pause = null;
        });
      }
    }
  }

  async function work(): Promise<void> {
    while (next < waiting.length && !hasGivenUp()) await settle(waiting[next++]);
  }

  await Promise.all(Array.from({ length: Math.min(concurrency, waiting.length) }, work));
  return { isWhole: next >= waiting.length };
}

/** A server that refuses an item may take the next one; one that is not there will not. */
const isAnswerOfServer = ({ status, problem }: Failure): boolean =>
  status !== null && status < 500 && status !== 429 && problem.code !== 'redirect';
