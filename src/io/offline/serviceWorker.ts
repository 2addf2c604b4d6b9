import { type Build, createOfflineCache } from './offlineCache.ts';

/** Put in by the build, which alone knows what it is made of. */
declare const CUTPOINT_BUILD: Build;

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface ServiceWorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly caches: CacheStorage;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

const worker = self as unknown as ServiceWorkerScope;
const cache = createOfflineCache(CUTPOINT_BUILD, {
  scope: worker.registration.scope,
  caches: worker.caches,
  fetch: (request) => fetch(request),
});

worker.addEventListener('install', (event) => event.waitUntil(cache.install()));
worker.addEventListener('activate', (event) => event.waitUntil(cache.activate().then(() => worker.clients.claim())));
worker.addEventListener('fetch', (event) => {
  const answer = cache.answer(event.request, (work) => event.waitUntil(work));
  if (answer !== null) event.respondWith(answer);
});
// A new version waits until the person in front of the page says so, or has left it.
worker.addEventListener('message', (event) => {
  if (event.data === 'takeOver') void worker.skipWaiting();
});
