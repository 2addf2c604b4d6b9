import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/core/predict/readReply.ts';
import { callEndpoint } from '../../../src/io/predict/callEndpoint.ts';

interface Recorded {
  readonly request: {
    readonly method: 'POST' | 'GET' | 'OPTIONS';
    readonly path: string;
    readonly content_type: string;
    readonly body: string;
  };
  readonly status: number;
  readonly content_type: string;
  readonly body: unknown;
}

const RECORDED = JSON.parse(
  readFileSync(new URL('../../golden/predict/responses.json', import.meta.url), 'utf8'),
) as readonly Recorded[];

/** What browsers ask before they call: no reply to anybody. */
const REPLIES = RECORDED.filter(({ request }) => request.method === 'POST' || request.method === 'GET');

async function replayed({ request, status, content_type: type, body }: Recorded) {
  if (request.method === 'OPTIONS') throw new Error('no call');
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const fetch = async () => new Response(text, { status, headers: { 'Content-Type': type } });
  const url = `http://127.0.0.1:5000${request.path}`;
  const prepared = { url, method: request.method, headers: {}, body: request.body ?? null, sent: '' };
  return callEndpoint(new AbortController().signal, prepared, { fetch });
}

describe('the recorded replies of a Flask server', () => {
  it('are there', () => {
    expect(REPLIES.filter(({ status }) => status === 200).length).toBe(8);
    expect(REPLIES.filter(({ status }) => status >= 400).length).toBe(REPLIES.length - 8);
  });

  it.each(REPLIES.filter(({ status }) => status === 200))(
    'are read to the last digit: $request.path $request.body',
    async (recorded) => {
      const outcome = await replayed(recorded);
      if (outcome.kind !== 'answered') throw new Error(outcome.problem.code);
      const reply = readReply(outcome.values);
      if (reply.kind !== 'read') throw new Error(reply.kind);
      const body = recorded.body as { readonly probabilities?: Record<string, number> };
      const expected = body.probabilities ?? (body as Record<string, number>);
      expect(Object.fromEntries(reply.names.map((name, at) => [name, reply.probabilities[at]]))).toEqual(expected);
      expect(reply.isExclusive).toBe(recorded.request.path !== '/predict_multilabel');
      expect(reply).toMatchObject({ scale: 'probability', isScaleGuessed: false, isUnnamed: false, aside: [] });
    },
  );

  it.each(REPLIES.filter(({ status }) => status >= 400))(
    'say what was wrong: $status to $request.body',
    async (recorded) => {
      const outcome = await replayed(recorded);
      if (outcome.kind !== 'failed') throw new Error(outcome.kind);
      expect(outcome.status).toBe(recorded.status);
      expect(outcome.problem.code).toBe('status');
      if (typeof recorded.body === 'string') {
        const [, heading, words] = /<h1>([^<]*)<\/h1>\s*<p>([^<]*)<\/p>/.exec(recorded.body) ?? [];
        expect(outcome.said?.message).toBe(`${heading} ${words}`);
      } else {
        const body = recorded.body as { readonly error: string; readonly trace?: string };
        expect(outcome.said).toMatchObject({ message: body.error, trace: body.trace ?? '' });
      }
    },
  );
});
