/**
 * Latest call wins: each start under a name cancels the one before it, so that an answer which comes late can never overwrite a
 * newer one.
 */
export function createLatest(): { start(name: string): AbortSignal; cancel(name: string): void } {
  const running = new Map<string, AbortController>();
  return {
    start(name) {
      running.get(name)?.abort();
      const controller = new AbortController();
      running.set(name, controller);
      return controller.signal;
    },
    cancel(name) {
      running.get(name)?.abort();
      running.delete(name);
    },
  };
}

/** Whether an error only says that its call was cancelled. */
export function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
