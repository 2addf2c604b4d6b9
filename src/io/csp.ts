/**
 * The content security policy, written once: the page's `<meta>`, the response headers of `npm start` and the
 * `_headers` file of static hosts all come from here, so they cannot drift apart.
 */

export interface CspOptions {
  /** Origins besides the page's own that it may fetch from, for example `https://models.example.org`, `http://localhost:*`, or `https:` for any. */
  connect?: readonly string[];
}

export interface Csp {
  /** Content of `<meta http-equiv="Content-Security-Policy">`. */
  meta: string;
  /** Response headers for every file: a worker is bound only by the headers of its own response, never by the meta. */
  headers: Record<string, string>;
  /** Text of the `_headers` file that Netlify and Cloudflare Pages read. */
  headersFile: string;
}

const UNUSED_FEATURES = ['camera', 'geolocation', 'microphone', 'payment', 'usb'];

export function csp({ connect = [] }: CspOptions = {}): Csp {
  for (const origin of connect) assertOrigin(origin);

  const meta = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

  const headers = {
    // Browsers ignore frame-ancestors in a meta tag and complain about it, so only the header carries it.
    'Content-Security-Policy': `${meta}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
  };

  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  // A host that let the service worker be kept for a day would keep an old version of the page for a day.
  return { meta, headers, headersFile: `/*\n${lines.join('\n')}\n\n/sw.js\n  Cache-Control: no-cache\n` };
}

/** A semicolon, a space or a line break in a source would let one option write other directives or headers. */
function assertOrigin(source: string): void {
  if (source !== 'https:' && !/^(https?|wss?):\/\/[a-z0-9.-]+(:(?:\d+|\*))?$/i.test(source)) {
    throw new RangeError(`Not an origin (scheme://host[:port], the port may be *): ${JSON.stringify(source)}`);
  }
}
