import type { ReplyValue } from '../../core/predict/replyGroups.ts';
import { retryAfterOf } from '../../core/predict/retry.ts';
import type { CallProblem } from './endpoint.ts';
import { readReplyText } from './replyText.ts';
import type { PreparedRequest } from './request.ts';
import { type ServerError, serverError } from './serverError.ts';

/** What a test gives in place of the network and the clock. */
export interface CallSettings {
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds after which nothing more is expected. */
  readonly patience?: number;
  /** Characters and bytes that a reply may have. */
  readonly limit?: number;
  readonly now?: () => number;
  readonly isOnline?: () => boolean;
}

export interface Answer {
  readonly kind: 'answered';
  readonly status: number;
  readonly ms: number;
  /** The reply as it came. */
  readonly text: string;
  readonly values: readonly ReplyValue[];
  readonly isLoose: boolean;
  readonly hasQuotedNumbers: boolean;
}

export interface Failure {
  readonly kind: 'failed';
  readonly problem: CallProblem;
  /** Null where there was no reply at all. */
  readonly status: number | null;
  readonly ms: number;
  /** What the server itself said. */
  readonly said: ServerError | null;
  /** Another attempt may do better; after so many milliseconds where the server says so. */
  readonly isPassing: boolean;
  readonly retryAfter: number | null;
}

export type CallOutcome = Answer | Failure;

const PATIENCE = 30_000;
const LIMIT = 1_000_000;
/** Longer waits that a server asks for are said, not waited for. */
const LONGEST_WAIT = 120_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Characters of a reply that is no JSON which are quoted. */
const START = 80;
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Asks an endpoint once, without cookies or referrer. Rejects with the signal's reason alone; whatever else happens is an outcome.
 *
 * It is called on the page's own thread on purpose: the policy in the page's `<meta>` binds what the page fetches, while a worker is bound
 * only by the headers of its own file, which many hosts do not send.
 */
export async function callEndpoint(
  signal: AbortSignal,
  request: PreparedRequest,
  settings: CallSettings = {},
): Promise<CallOutcome> {
  const {
    fetch = globalThis.fetch,
    patience = PATIENCE,
    limit = LIMIT,
    now = () => performance.now(),
    isOnline = () => globalThis.navigator?.onLine ?? true,
  } = settings;
  const start = now();
  const { host } = new URL(request.url);
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), patience);
  const failed = (
    code: CallProblem['code'],
    values: CallProblem['values'] = {},
    more: Partial<Omit<Failure, 'kind' | 'problem'>> = {},
  ): Failure => ({
    kind: 'failed',
    problem: { code, values: { host, ...values } },
    status: null,
    said: null,
    isPassing: false,
    retryAfter: null,
    ms: now() - start,
    ...more,
  });
  let response: Response | null = null;
  try {
    response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      signal: AbortSignal.any([signal, silence.signal]),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      // Followed, it would send the request to somebody who was not named.
      redirect: 'manual',
    });
    const { status } = response;
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      return failed('redirect', {}, { status: status || null });
    }
    const text = await limitedText(response, limit);
    if (text === null) return failed('tooLarge', { limit: `${limit / 1_000_000} MB` }, { status });
    const ms = now() - start;
    return response.ok ? answered(text, status, ms, failed) : refused(response, text, failed);
  } catch {
    signal.throwIfAborted();
    if (silence.signal.aborted) return failed('timeout', { seconds: Math.round(patience / 1000) }, { isPassing: true });
    if (response !== null) return failed('cutOff', {}, { status: response.status, isPassing: true });
    if (!isOnline()) return failed('offline', {}, { isPassing: true });
    // Browsers do not tell pages why; but a server that can be reached at all answers this, if only to the browser.
    const isThere = await isReachable(signal, new URL(request.url).origin, fetch);
    signal.throwIfAborted();
    return isThere
      ? failed('cors', {
          origin: globalThis.location?.origin ?? '',
          headers: Object.keys(request.headers).join(', ') || 'Content-Type',
        })
      : failed('unreachable', {}, { isPassing: true });
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

type Failed = (
  code: CallProblem['code'],
  values?: CallProblem['values'],
  more?: Partial<Omit<Failure, 'kind' | 'problem'>>,
) => Failure;

function answered(text: string, status: number, ms: number, failed: Failed): CallOutcome {
  if (text.trim() === '') return failed('emptyReply', {}, { status });
  const read = readReplyText(text);
  if (read !== null) return { kind: 'answered', status, ms, text, ...read };
  const said = serverError(text, null);
  if (/^\s*</.test(text)) return failed('page', {}, { status, said });
  return failed('notJson', { start: text.trim().slice(0, START) }, { status, said });
}

function refused(response: Response, text: string, failed: Failed): Failure {
  const { status } = response;
  const said = serverError(text, response.headers.get('content-type'));
  const retryAfter = retryAfterOf(response.headers.get('retry-after'), Date.now());
  const more = { status, said, isPassing: PASSING.has(status), retryAfter };
  if (status === 429 || (status === 503 && retryAfter !== null)) {
    // Servers mostly do not let other sites read that header.
    if (retryAfter === null) return failed('rateLimitedOpen', {}, more);
    if (retryAfter > LONGEST_WAIT) {
      const isHours = retryAfter > 2 * HOUR;
      const amount = Math.ceil(retryAfter / (isHours ? HOUR : MINUTE));
      return failed(isHours ? 'rateLimitedHours' : 'rateLimitedLong', { amount }, { ...more, isPassing: false });
    }
    return failed(status === 429 ? 'rateLimited' : 'busy', { seconds: Math.ceil(retryAfter / 1000) }, more);
  }
  return said.message === ''
    ? failed('statusOnly', { status: String(status) }, more)
    : failed('status', { status: String(status), message: said.message }, more);
}

/** The text of a response; null where it is longer than `limit`, of which no more is then fetched. */
async function limitedText(response: Response, limit: number): Promise<string | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > limit) {
      await reader.cancel().catch(() => {});
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

const PROBE = 5000;

async function isReachable(signal: AbortSignal, origin: string, fetch: typeof globalThis.fetch): Promise<boolean> {
  try {
    const until = AbortSignal.any([signal, AbortSignal.timeout(PROBE)]);
    await fetch(origin, { mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer', signal: until });
    return true;
  } catch {
    return false;
  }
}
