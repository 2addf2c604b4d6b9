import type { TextValues } from '../../i18n/translate.ts';

/** Why a call is not made, or came to nothing: a code with values; its sentence lives in i18n as `predict.problem.<code>`. */
export type CallProblemCode =
  | 'noAddress'
  | 'badAddress' // address
  | 'nameInAddress'
  | 'mixedContent' // host
  | 'notAllowed' // host, origin, hosts
  | 'noHostAllowed' // host, origin
  | 'badHeader' // name
  | 'keptHeader' // name
  | 'badJson' // detail
  | 'noColumn' // name
  | 'emptyText'
  | 'offline' // host
  | 'unreachable' // host
  | 'cors' // host, origin, headers
  | 'timeout' // host, seconds
  | 'hungUp' // host
  | 'cutOff' // host
  | 'tooLarge' // host, limit
  | 'redirect' // host
  | 'rateLimited' // host, seconds
  | 'rateLimitedOpen' // host
  | 'rateLimitedLong' // host, amount
  | 'rateLimitedHours' // host, amount
  | 'busy' // host, seconds
  | 'status' // host, status, message
  | 'statusOnly' // host, status
  | 'emptyReply' // host
  | 'page' // host
  | 'notJson' // host, start
  | 'notRecorded'
  | 'gaveUp';

export interface CallProblem {
  readonly code: CallProblemCode;
  readonly values: TextValues;
}

/** One address that predictions are asked of. */
export interface Endpoint {
  readonly url: string;
  readonly method: 'POST' | 'PUT' | 'GET';
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** The address under which the recorded replies answer; nobody is asked. */
export const EXAMPLE = 'example:';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address in full, or why it cannot be asked. `page`: where the page itself lies; `hosts`: the origins named when it was built, of
 * which a port may be `*`.
 */
export function checkAddress(address: string, page: string, hosts: readonly string[]): URL | CallProblem {
  const text = address.trim();
  if (text === '') return { code: 'noAddress', values: {} };
  if (text.startsWith(EXAMPLE)) return new URL(text);
  // What looks like a host without a scheme is no path of this page.
  const isHost = /^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:\/|$)/i.test(text);
  if (isHost || !URL.canParse(text, page)) return { code: 'badAddress', values: { address: text } };
  const url = new URL(text, page);
  if (!/^https?:$/.test(url.protocol)) return { code: 'badAddress', values: { address: text } };
  if (url.username !== '' || url.password !== '') return { code: 'nameInAddress', values: {} };
  const { host, origin } = url;
  const own = new URL(page);
  if (origin === own.origin) return url;
  // A page may not weaken its own connection; browsers make an exception for this device.
  if (own.protocol === 'https:' && url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    return { code: 'mixedContent', values: { host } };
  }
  if (hosts.some((allowed) => isSameOrigin(url, allowed))) return url;
  return hosts.length === 0
    ? { code: 'noHostAllowed', values: { host, origin } }
    : { code: 'notAllowed', values: { host, origin, hosts } };
}

function isSameOrigin(url: URL, allowed: string): boolean {
  if (!allowed.endsWith(':*')) return URL.canParse(allowed) && new URL(allowed).origin === url.origin;
  const base = allowed.slice(0, -2);
  return URL.canParse(base) && new URL(base).protocol === url.protocol && new URL(base).hostname === url.hostname;
}

/** Headers that a browser does not let a page set. */
const KEPT =
  /^(?:accept-charset|accept-encoding|access-control-request-.*|connection|content-length|cookie|date|dnt|expect|host|keep-alive|origin|permissions-policy|proxy-.*|sec-.*|referer|te|trailer|transfer-encoding|upgrade|via)$/i;

/** The first header that cannot be sent; null where all can. Names without a value are left out. */
export function headerProblem(headers: Endpoint['headers']): CallProblem | null {
  for (const { name, value } of headers) {
    if (name.trim() === '') continue;
    if (KEPT.test(name.trim())) return { code: 'keptHeader', values: { name } };
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name.trim()) || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
      return { code: 'badHeader', values: { name } };
    }
  }
  return null;
}
