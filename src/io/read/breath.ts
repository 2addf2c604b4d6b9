/** Others get their turn after so long. */
const BREATH_MS = 50;

/**
 * Something to await in a long loop: gives others their turn now and then, and rejects with the signal's reason once it has fired.
 */
export function breathing(signal: AbortSignal): () => Promise<void> | void {
  let last = performance.now();
  return () => {
    if (performance.now() - last < BREATH_MS) return;
    return turn().then(() => {
      signal.throwIfAborted();
      last = performance.now();
    });
  };
}

/** Timers would wait some milliseconds more each time. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resume) => {
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });
}
