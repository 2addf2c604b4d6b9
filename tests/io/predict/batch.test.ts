import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BATCH, type BatchOptions, type BatchResult, runBatch, waitFor } from '../../../src/io/predict/batch.ts';
import type { Answer, CallOutcome, Failure } from '../../../src/io/predict/callEndpoint.ts';

const ANSWER: Answer = {
  kind: 'answered',
  status: 200,
  ms: 1,
  text: '',
  values: [],
  isLoose: false,
  hasQuotedNumbers: false,
};

const failure = (more: Partial<Failure> = {}): Failure => ({
  kind: 'failed',
  problem: { code: 'status', values: {} },
  status: 500,
  ms: 1,
  said: null,
  isPassing: true,
  retryAfter: null,
  ...more,
});

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));
const options = (more: Partial<BatchOptions> = {}): BatchOptions => ({
  ...BATCH,
  wait: soon,
  random: () => 0,
  ...more,
});

async function run(
  count: number,
  call: (item: number, attempt: number) => CallOutcome | Promise<CallOutcome>,
  more: Partial<BatchOptions> = {},
  results: (BatchResult | null)[] = new Array<BatchResult | null>(count).fill(null),
  signal = new AbortController().signal,
) {
  const attempts = new Map<number, number>();
  const made: number[] = [];
  let running = 0;
  let most = 0;
  const found = await runBatch(
    signal,
    results.map((result) => result !== null),
    async (_, item) => {
      made.push(item);
      most = Math.max(most, ++running);
      const attempt = (attempts.get(item) ?? 0) + 1;
      attempts.set(item, attempt);
      await soon();
      running--;
      return call(item, attempt);
    },
    (item, result) => {
      results[item] = result;
    },
    options(more),
  );
  return { results, made, most, ...found };
}

describe('a batch', () => {
  it('of a thousand, one call in ten failing, is answered as a whole', async () => {
    let calls = 0;
    const { results, most, isWhole } = await run(1000, () => (++calls % 10 === 0 ? failure() : ANSWER));
    expect(isWhole).toBe(true);
    expect(most).toBe(BATCH.concurrency);
    expect(results.every((result) => result?.outcome.kind === 'answered')).toBe(true);
    expect(results.reduce((sum, result) => sum + (result?.attempts ?? 0), 0)).toBe(calls);
  });

  it('accounts for what never comes right', async () => {
    const { results, made } = await run(20, (item) =>
      item === 7 ? failure() : item === 9 ? failure({ isPassing: false, status: 400 }) : ANSWER,
    );
    expect(
      results.flatMap((result, item) => (result?.outcome.kind === 'failed' ? [[item, result.attempts]] : [])),
    ).toEqual([
      [7, 4],
      [9, 1],
    ]);
    expect(made.length).toBe(18 + 4 + 1);
  });

  it('asks about every item once when all goes well, whatever was settled before', () => {
    return fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (settled, concurrency) => {
          const before = settled.map((isSettled) => (isSettled ? { outcome: ANSWER, attempts: 9 } : null));
          const { made, results } = await run(settled.length, () => ANSWER, { concurrency }, before);
          expect(made.sort((a, b) => a - b)).toEqual(settled.flatMap((isSettled, item) => (isSettled ? [] : [item])));
          expect(results.every((result) => result !== null)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('waits as long as the server asks, with all calls', async () => {
    const waited: number[] = [];
    let isPausing = false;
    let isBroken = false;
    const wait = async (ms: number) => {
      waited.push(ms);
      isPausing = true;
      for (let turn = 0; turn < 20; turn++) await soon();
      isPausing = false;
    };
    const limited = failure({ status: 429, retryAfter: 7000 });
    await run(
      30,
      (item, attempt) => {
        // Calls under way when it was said come to an end.
        if (isPausing && item > 10) isBroken = true;
        return item < 4 && attempt === 1 ? limited : ANSWER;
      },
      { wait },
    );
    expect(waited).toEqual([7000]);
    expect(isBroken).toBe(false);
  });

  it('leaves the rest alone when nobody is there', async () => {
    const gone = failure({ status: null, problem: { code: 'unreachable', values: {} } });
    const { results, isWhole, made } = await run(500, (item) => (item < 50 ? ANSWER : gone));
    expect(isWhole).toBe(false);
    expect(results.slice(0, 50).every((result) => result?.outcome.kind === 'answered')).toBe(true);
    expect(made.length).toBeLessThan(150);
    const again = await run(
      500,
      () => ANSWER,
      {},
      results.map((result) => (result?.outcome.kind === 'answered' ? result : null)),
    );
    expect(again.isWhole).toBe(true);
    expect(again.made.length).toBe(450);
    expect(again.results.every((result) => result?.outcome.kind === 'answered')).toBe(true);
  });

  it('goes on where it was cancelled', async () => {
    const controller = new AbortController();
    const results = new Array<BatchResult | null>(100).fill(null);
    const running = run(
      100,
      (item) => {
        if (item === 30) controller.abort();
        return ANSWER;
      },
      {},
      results,
      controller.signal,
    );
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    const done = results.filter((result) => result !== null).length;
    expect(done).toBeGreaterThanOrEqual(25);
    expect(done).toBeLessThan(40);
    const { made } = await run(100, () => ANSWER, {}, results);
    expect(made.length).toBe(100 - done);
    expect(results.every((result) => result !== null)).toBe(true);
  });

  it('may be cancelled while it waits', async () => {
    const controller = new AbortController();
    const waiting = waitFor(60_000, controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(waitFor(1, new AbortController().signal)).resolves.toBeUndefined();
  });
});
