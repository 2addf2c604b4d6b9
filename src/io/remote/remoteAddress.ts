/** An address of a file on another site, as a link gives it. */
export interface RemoteAddress {
  /** The address that will be asked, in full. */
  readonly href: string;
  readonly host: string;
  /** The address that the link gave, where it leads to a page about the file; else null. */
  readonly pageOf: string | null;
}

/** The file behind GitHub's pages about it; null for any other address. */
function rawOnGitHub({ protocol, host, pathname }: URL): string | null {
  if (protocol !== 'https:') return null;
  const [, owner, name, kind, ...rest] = pathname.split('/');
  if (host === 'github.com' && (kind === 'blob' || kind === 'raw') && rest.length > 1) {
    return `https://raw.githubusercontent.com/${owner}/${name}/${rest.join('/')}`;
  }
  const isGist = host === 'gist.github.com' && /^[\da-f]{20,}$/.test(name ?? '');
  return isGist && kind === undefined ? `https://gist.githubusercontent.com/${owner}/${name}/raw` : null;
}

/** Who would be asked for `data`, and for what, without any name and password in it; null where it is no address on another site. */
export function remoteAddress(data: string): RemoteAddress | null {
  if (!/^https?:\/\//i.test(data) || !URL.canParse(data)) return null;
  const given = new URL(data);
  given.username = '';
  given.password = '';
  // What stands behind # is for a browser, and is not sent.
  given.hash = '';
  const raw = rawOnGitHub(given);
  const { href, host } = raw === null ? given : new URL(raw);
  return { href, host, pageOf: raw === null ? null : data };
}

/** Whether a build that may ask `hosts` (origins, or `https:` for any) may ask that address. */
export function isAllowed({ href }: RemoteAddress, hosts: readonly string[]): boolean {
  const { protocol, origin } = new URL(href);
  return hosts.includes(protocol) || hosts.some((host) => URL.canParse(host) && new URL(host).origin === origin);
}

/** What a file there is called. */
export function nameOf({ href, host }: RemoteAddress): string {
  const part = new URL(href).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(part) || host;
  } catch {
    return part;
  }
}
