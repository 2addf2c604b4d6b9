import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Build, createOfflineCache } from '../../../src/io/offline/offlineCache.ts';

const SCOPE = 'https://example.org/team/cutpoint/';
const BUILD: Build = {
  version: 'one',
  shell: ['./', 'assets/index-1.js', 'assets/worker-1.js'],
  extras: ['deploy.json', 'samples/demo.csv'],
};

/** A `Cache`, as far as it is used, by address. */
class TestCache {
  readonly held = new Map<string, Response>();
  readonly #get: (request: Request) => Promise<Response>;

  constructor(get: (request: Request) => Promise<Response>) {
    this.#get = get;
  }

  async match(address: string) {
    return this.held.get(address)?.clone();
  }

  async put(address: string, response: Response) {
    this.held.set(address, response);
  }

  async add(request: Request) {
    const response = await this.#get(request);
    if (!response.ok) throw new TypeError('not ok');
    this.held.set(request.url, response);
  }

  async addAll(requests: readonly Request[]) {
    const responses = await Promise.all(requests.map(this.#get));
    if (!responses.every(({ ok }) => ok)) throw new TypeError('not ok');
    requests.forEach(({ url }, place) => {
      this.held.set(url, responses[place]);
    });
  }
}

/** What the host holds; an address that is not there is answered with 404, a broken network with a rejection. */
let host: Map<string, string>;
let isOffline: boolean;
let stored: Map<string, TestCache>;
const get = async ({ url }: Request) => {
  if (isOffline) throw new TypeError('Failed to fetch');
  const text = host.get(url);
  return text === undefined ? new Response('', { status: 404 }) : new Response(text);
};
const fetched = vi.fn(get);

const caches = {
  open: async (name: string) => {
    const cache = stored.get(name) ?? new TestCache(get);
    stored.set(name, cache);
    return cache as unknown as Cache;
  },
  keys: async () => [...stored.keys()],
  delete: async (name: string) => stored.delete(name),
};
const start = (build = BUILD, scope = SCOPE) => createOfflineCache(build, { scope, caches, fetch: fetched });

let late: Promise<unknown>[];
const keepAlive = (work: Promise<unknown>) => void late.push(work);
const ask = async (cache: ReturnType<typeof start>, path: string, init?: RequestInit) => {
  const answer = cache.answer(new Request(new URL(path, SCOPE), init), keepAlive);
  const response = await answer;
  await Promise.all(late);
  return response === null ? null : response.text();
};

beforeEach(() => {
  host = new Map(
    ['./', ...BUILD.shell, ...BUILD.extras, 'data/own.csv'].map((path) => [
      new URL(path, SCOPE).href,
      `${path} at the host`,
    ]),
  );
  isOffline = false;
  stored = new Map();
  late = [];
  fetched.mockClear();
});

describe('a version of the page', () => {
  it('runs without a network once it is installed: page, scripts, worker, samples', async () => {
    await start().install();
    isOffline = true;
    for (const path of [...BUILD.shell, ...BUILD.extras]) expect(await ask(start(), path)).toBe(`${path} at the host`);
    expect(await ask(start(), './?from=mail#t=0.3')).toBe('./ at the host');
    expect(await ask(start(), 'index.html')).toBe('./ at the host');
  });

  it('is never mixed with another: what belongs to it is not asked of the host again', async () => {
    await start().install();
    host.set(`${SCOPE}`, 'a later page');
    expect(await ask(start(), './')).toBe('./ at the host');
    expect(fetched).not.toHaveBeenCalled();
  });

  it('is not installed by halves', async () => {
    host.delete(`${SCOPE}assets/worker-1.js`);
    await expect(start().install()).rejects.toThrow();
  });

  it('is installed without the samples that a team has taken away', async () => {
    host.delete(`${SCOPE}samples/demo.csv`);
    await start().install();
    isOffline = true;
    expect(await ask(start(), 'assets/index-1.js')).toBe('assets/index-1.js at the host');
    await expect(ask(start(), 'samples/demo.csv')).rejects.toThrow(TypeError);
  });

  it('deletes the versions before it, and nothing of other pages or of what was visited', async () => {
    await start().install();
    await ask(start(), 'data/own.csv');
    const other = start(BUILD, 'https://example.org/team/');
    host.set('https://example.org/team/', 'x');
    for (const path of [...BUILD.shell, ...BUILD.extras])
      host.set(new URL(path, 'https://example.org/team/').href, 'x');
    await other.install();
    const next = start({ ...BUILD, version: 'two' });
    await next.install();
    await next.activate();
    expect([...stored.keys()].sort()).toEqual([
      'cutpoint https://example.org/team/ one',
      `cutpoint ${SCOPE} two`,
      `cutpoint ${SCOPE} visited`,
    ]);
  });

  it('falls back on the network where a browser has thrown its cache away', async () => {
    expect(await ask(start(), 'assets/index-1.js')).toBe('assets/index-1.js at the host');
  });
});

describe('what may change without a build', () => {
  it.each(['deploy.json', 'data/own.csv', 'samples/demo.csv'])('is asked of the host first: %s', async (path) => {
    await start().install();
    expect(await ask(start(), path)).toBe(`${path} at the host`);
    host.set(`${SCOPE}${path}`, 'changed');
    expect(await ask(start(), path)).toBe('changed');
    isOffline = true;
    expect(await ask(start(), path)).toBe('changed');
  });

  it('is not there without a network if nobody has looked at it', async () => {
    await start().install();
    isOffline = true;
    await expect(ask(start(), 'data/own.csv')).rejects.toThrow(TypeError);
  });

  it('is gone when the host says so, and does not spoil the copy when the host fails', async () => {
    await ask(start(), 'data/own.csv');
    host.delete(`${SCOPE}data/own.csv`);
    expect(await ask(start(), 'data/own.csv')).toBe('');
    isOffline = true;
    expect(await ask(start(), 'data/own.csv')).toBe('data/own.csv at the host');
  });

  it('is shown even where there is no room to keep it', async () => {
    vi.spyOn(TestCache.prototype, 'put').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    expect(await ask(start(), 'data/own.csv')).toBe('data/own.csv at the host');
  });
});

describe('what is none of its business', () => {
  it.each<[string, string, RequestInit?]>([
    ['another origin', 'https://other.example/x'],
    ['above the folder', 'https://example.org/team/'],
    ['beside the folder', 'https://example.org/team/cutpoint2/'],
    ['another page in a folder below', 'other/index.html'],
    ['the service worker itself', 'sw.js'],
    ['an upload', './', { method: 'POST', body: 'x' }],
    ['a part of a file', 'data/own.csv', { headers: { Range: 'bytes=0-10' } }],
    ['a blob of the page', 'blob:https://example.org/1'],
  ])('is left to the browser: %s', (_, address, init) => {
    expect(start().answer(new Request(new URL(address, SCOPE), init), keepAlive)).toBeNull();
  });
});
