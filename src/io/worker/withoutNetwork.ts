/**
 * Takes every way to the network out of the worker, before anything else in it runs. A page's own `<meta>` policy does not bind a
 * worker, and not every host can send headers; code that can reach nobody needs no policy.
 */
const WAYS_OUT = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'importScripts',
  'Worker',
  'SharedWorker',
  'caches',
];

export function removeNetwork(scope: object): void {
  for (let holder: object | null = scope; holder !== null; holder = Object.getPrototypeOf(holder)) {
    for (const name of WAYS_OUT) Reflect.deleteProperty(holder, name);
  }
}

removeNetwork(globalThis);
