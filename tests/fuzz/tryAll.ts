import { parentPort, workerData } from 'node:worker_threads';
import { targetAt } from './targets.ts';

/** Tries one seed after another, and writes each into shared memory first: who watches knows where this thread hangs. */
const { from, to, place } = workerData as { from: number; to: number; place: SharedArrayBuffer };
const present = new Int32Array(place);
const ownNames = namesOfPrototypes();

for (let seed = from; seed < to; seed++) {
  Atomics.store(present, 0, seed);
  const { name, target } = targetAt(seed);
  try {
    await target(seed);
    if (namesOfPrototypes() !== ownNames) throw new Error('A prototype was changed.');
  } catch (error) {
    parentPort?.postMessage({
      seed,
      name,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

function namesOfPrototypes(): string {
  return [Object.prototype, Array.prototype, String.prototype]
    .map((one) => Object.getOwnPropertyNames(one).length)
    .join();
}
