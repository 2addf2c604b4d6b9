/** The versions of the page itself: the one that runs, and a newer one that waits. */
export interface Versions {
  /** Takes the page in for use without a network, where the browser can, and tells when a newer version is there. */
  watch(onNewer: () => void): Promise<void>;
  /** Lets the newer version have the page; it shows at the next reload. */
  takeOver(): Promise<void>;
}

/** A reload before the newer version has the page would show the old one again; one that never answers must not hold the page up. */
const PATIENCE_MS = 30_000;

export function browserVersions(address: URL): Versions {
  let registration: ServiceWorkerRegistration | null = null;
  return {
    watch: async (onNewer) => {
      try {
        const container = navigator.serviceWorker;
        const isControlled = container.controller !== null;
        const registered = await container.register(address, { updateViaCache: 'none' });
        registration = registered;
        const look = () => {
          if (registered.waiting !== null && container.controller !== null) onNewer();
        };
        look();
        registered.addEventListener('updatefound', () => registered.installing?.addEventListener('statechange', look));
        // Another tab let the newer version take over; the first version of all takes over without a word.
        if (isControlled) container.addEventListener('controllerchange', onNewer);
        document.addEventListener('visibilitychange', () => {
          if (document.visibilityState === 'visible') registered.update().catch(() => {});
        });
      } catch {
        // No service workers here, or none allowed: the page works as long as there is a network.
      }
    },
    takeOver: async () => {
      const waiting = registration?.waiting ?? null;
      if (waiting === null) return;
      await new Promise<unknown>((resolve) => {
        setTimeout(resolve, PATIENCE_MS);
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
        waiting.postMessage('takeOver');
      });
    },
  };
}
