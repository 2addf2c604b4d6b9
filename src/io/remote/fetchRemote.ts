import { formatBytes } from '../../i18n/format.ts';
import type { FetchProgress, SourceFile } from '../io.ts';
import { ReadProblem } from '../readProblem.ts';
import { nameOf, type RemoteAddress } from './remoteAddress.ts';

/** What a test gives in place of the network and the clock. */
export interface FetchOptions {
  readonly fetch?: typeof globalThis.fetch;
  /** Bytes that a file may have. */
  readonly limit?: number;
  /** Milliseconds without a byte after which nothing more is expected. */
  readonly patience?: number;
}

const LIMIT = 1_000_000_000;
const PATIENCE = 30_000;
/** Bytes in which a page of HTML gives itself away. */
const HEAD = 200;

/** Fetches a file from another site, without cookies or referrer. Rejects with the signal's reason or a `ReadProblem`. */
export async function fetchRemote(
  signal: AbortSignal,
  address: RemoteAddress,
  onProgress: (progress: FetchProgress) => void,
  { fetch = globalThis.fetch, limit = LIMIT, patience = PATIENCE }: FetchOptions = {},
): Promise<SourceFile> {
  const { host, href } = address;
  const values = { host, address: href };
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), patience);
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), patience);
  };
  const tooLarge = () => new ReadProblem('remoteTooLarge', { ...values, limit: formatBytes(limit) });
  try {
    const response = await fetch(href, {
      signal: AbortSignal.any([signal, silence.signal]),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Followed, it would ask a site that nobody was shown.
      redirect: 'manual',
    });
    refuseAnswer(response, values);
    const length = Number(response.headers.get('content-length') ?? Number.NaN);
    // Of a compressed answer the length is another one.
    const total = Number.isNaN(length) || response.headers.has('content-encoding') ? null : length;
    if (total !== null && total > limit) throw tooLarge();
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = response.body?.getReader();
    for (;;) {
      wait();
      const next = await reader?.read();
      if (next === undefined || next.done) break;
      bytes += next.value.length;
      if (bytes > limit) throw tooLarge();
      chunks.push(next.value);
      onProgress({ bytes, total });
    }
    const blob = new Blob(chunks);
    if (/^\s*(?:<!doctype html|<html)/i.test(await blob.slice(0, HEAD).text())) {
      throw new ReadProblem('remotePage', values);
    }
    return { name: nameOf(address), blob };
  } catch (error) {
    if (error instanceof ReadProblem) throw error;
    signal.throwIfAborted();
    if (silence.signal.aborted) {
      throw new ReadProblem('remoteSilent', { ...values, seconds: Math.round(patience / 1000) });
    }
    // Browsers do not tell pages whether a site is down or does not let others read its files.
    throw new ReadProblem('remoteRefused', values);
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

function refuseAnswer(
  { type, status, ok }: Pick<Response, 'type' | 'status' | 'ok'>,
  values: { readonly host: string; readonly address: string },
): void {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) throw new ReadProblem('remoteElsewhere', values);
  if (status === 404 || status === 410) throw new ReadProblem('remoteMissing', values);
  if (status === 401 || status === 403) throw new ReadProblem('remoteForbidden', values);
  if (!ok) throw new ReadProblem('remoteFailed', { ...values, status });
}
