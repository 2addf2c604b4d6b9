/** What one build of the page is made of; addresses are relative to its folder. */
export interface Build {
  /** Another one whenever anything in the build differs. */
  readonly version: string;
  /** What the page cannot run without, `./` being the page itself. Never changes within a version. */
  readonly shell: readonly string[];
  /** What ships with the page, and whoever publishes it may replace: samples, `deploy.json`. */
  readonly extras: readonly string[];
}

/** The outside world of a service worker, as far as it is needed here. */
export interface Surroundings {
  /** The address of the page's folder, ending with a slash. */
  readonly scope: string;
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'>;
  readonly fetch: (request: Request) => Promise<Response>;
}

export interface OfflineCache {
  /** Takes the whole build in, or fails; extras that cannot be had are left out. */
  install(): Promise<void>;
  /** Deletes what earlier versions took in. */
  activate(): Promise<void>;
  /** The answer to a request; null where it is none of the page's business. `keepAlive` is given what goes on after the answer. */
  answer(request: Request, keepAlive: (work: Promise<unknown>) => void): Promise<Response> | null;
}

/** The folder in which a team puts files for its page: taken in when somebody has looked at them. */
const DATA_FOLDER = 'data/';

const isNetworkFailure = (error: unknown): boolean => error instanceof TypeError;

/**
 * Lets the page run without a network. What belongs to the build is answered from the cache, so that no page mixes two versions; what
 * may change without a build is fetched, and answered from the cache only where there is no network. Nothing else is touched: other
 * pages may live in folders below, and files that people open are never requested at all.
 */
export function createOfflineCache(build: Build, { scope, caches, fetch }: Surroundings): OfflineCache {
  const prefix = `cutpoint ${scope} `;
  const ofBuild = prefix + build.version;
  const ofVisits = `${prefix}visited`;
  const addressOf = (path: string) => new URL(path, scope).href;
  const shell = new Set(build.shell.map(addressOf));
  const extras = new Set(build.extras.map(addressOf));

  const cached = async (name: string, address: string): Promise<Response | undefined> =>
    (await caches.open(name)).match(address, { ignoreVary: true });

  async function networkFirst(address: string, request: Request, keepAlive: (work: Promise<unknown>) => void) {
    let response: Response;
    try {
      response = await fetch(request);
    } catch (error) {
      if (!isNetworkFailure(error)) throw error;
      const kept = (await cached(ofVisits, address)) ?? (await cached(ofBuild, address));
      if (kept === undefined) throw error;
      return kept;
    }
    if (response.status === 200) {
      const copy = response.clone();
      // Where there is no room for it, the page has still got it.
      keepAlive(
        caches
          .open(ofVisits)
          .then((cache) => cache.put(address, copy))
          .catch(() => {}),
      );
    }
    return response;
  }

  return {
    install: async () => {
      const cache = await caches.open(ofBuild);
      // Around the browser's own cache, which may hold the page of an earlier version.
      const fresh = (address: string) => new Request(address, { cache: 'no-cache' });
      await cache.addAll([...shell].map(fresh));
      await Promise.allSettled([...extras].map((address) => cache.add(fresh(address))));
    },
    activate: async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
      await Promise.all(
        names.filter((name) => name !== ofBuild && name !== ofVisits).map((name) => caches.delete(name)),
      );
    },
    answer: (request, keepAlive) => {
      const url = new URL(request.url);
      if (request.method !== 'GET' || !url.href.startsWith(scope) || request.headers.has('range')) return null;
      url.hash = '';
      url.search = '';
      const address = url.href === addressOf('index.html') ? scope : url.href;
      if (shell.has(address)) return cached(ofBuild, address).then((kept) => kept ?? fetch(request));
      if (!extras.has(address) && !address.startsWith(addressOf(DATA_FOLDER))) return null;
      return networkFirst(address, request, keepAlive);
    },
  };
}
