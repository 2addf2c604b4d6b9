import { describe, expect, it, vi } from 'vitest';
import { inferInterpretation } from '../../../src/core/roles/roles.ts';
import type { Ask, Reply } from '../../../src/io/worker/messages.ts';
import { createService } from '../../../src/io/worker/service.ts';
import { fileOf } from '../read/reading.ts';

vi.mock(import('../../../src/core/roles/roles.ts'), async (original) => {
  const roles = await original();
  return { ...roles, inferInterpretation: vi.fn(roles.inferInterpretation) };
});

const OPEN: Ask = { kind: 'open', files: [fileOf('y_true,y_prob\n1,0.7\n0,0.2\n', 'a.csv')] };

function service() {
  const replies: Reply[] = [];
  const transfers: ArrayBuffer[][] = [];
  const request = createService((reply, transfer) => {
    if (reply.kind === 'progress') return;
    replies.push(reply);
    transfers.push(transfer);
  });
  return { replies, transfers, request };
}

describe('createService', () => {
  it('answers under the number of the request', async () => {
    const { replies, request } = service();
    request({ kind: 'ask', id: 7, ask: OPEN });
    request({ kind: 'ask', id: 9, ask: { kind: 'fingerprints' } });
    await vi.waitFor(() => expect(replies).toHaveLength(2));
    expect(replies).toMatchObject([
      { kind: 'done', id: 7, answer: { rowCount: 2 } },
      { kind: 'done', id: 9 },
    ]);
  });

  it('gives the large arrays away, each once', async () => {
    const { replies, transfers, request } = service();
    request({ kind: 'ask', id: 1, ask: OPEN });
    await vi.waitFor(() => expect(replies).toHaveLength(1));
    const [opened] = replies;
    if (opened.kind !== 'done' || opened.answer === null || !('inferred' in opened.answer))
      throw new Error('It was not opened.');
    request({ kind: 'ask', id: 2, ask: { kind: 'prepare', interpretation: opened.answer.inferred } });
    await vi.waitFor(() => expect(replies).toHaveLength(2));
    expect(transfers[0]).toEqual([]);
    expect(transfers[1].length).toBeGreaterThanOrEqual(4);
    expect(new Set(transfers[1]).size).toBe(transfers[1].length);
  });

  it('tells how far reading is at most every 30 milliseconds', async () => {
    const progressAt = async (step: number) => {
      let now = 0;
      const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
        now += step;
        return now;
      });
      const replies: Reply[] = [];
      const request = createService((reply) => replies.push(reply));
      const text = `y_true,y_prob\n${'1,0.7\n0,0.2\n'.repeat(50_000)}`;
      request({ kind: 'ask', id: 1, ask: { kind: 'open', files: [fileOf(text, 'a.csv')] } });
      await vi.waitFor(() => expect(replies.at(-1)?.kind).toBe('done'));
      clock.mockRestore();
      return replies.filter(({ kind }) => kind === 'progress').length;
    };
    const always = await progressAt(30);
    expect(always).toBeGreaterThan(8);
    expect(await progressAt(0)).toBe(1);
  });

  it('does not answer what was cancelled', async () => {
    const { replies, request } = service();
    request({ kind: 'ask', id: 1, ask: OPEN });
    request({ kind: 'ask', id: 2, ask: { kind: 'fingerprints' } });
    request({ kind: 'cancel', id: 2 });
    request({ kind: 'ask', id: 3, ask: { kind: 'fingerprints' } });
    await vi.waitFor(() => expect(replies.map(({ id }) => id)).toEqual([1, 3]));
  });

  it.each([
    [new RangeError('Array buffer allocation failed'), { code: 'tooLarge', values: { file: 'a.csv' } }],
    [new TypeError('x is no function'), { code: 'unreadable', values: { file: 'a.csv', detail: 'x is no function' } }],
  ])('makes a problem of %s', async (error, problem) => {
    vi.mocked(inferInterpretation).mockImplementationOnce(() => {
      throw error;
    });
    const { replies, request } = service();
    request({ kind: 'ask', id: 1, ask: OPEN });
    await vi.waitFor(() => expect(replies).toEqual([{ kind: 'failed', id: 1, ...problem }]));
  });
});
