/**
 * Throws damaged files, addresses, deploy.json files and stored sessions at what reads them. Each must be taken in or refused in
 * words, and none may hang: a case that takes 30 seconds ends the run.
 *
 * `npm run fuzz` tries 20,000 cases; `npm run fuzz -- 1000000 7` a million from another seed on. A failure names its seed:
 * `npm run fuzz -- 1 <seed>` repeats it.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

const PATIENCE_MS = 30_000;
const runs = Number(process.argv[2] ?? 20_000);
const first = Number(process.argv[3] ?? 0);
const threads = Math.max(1, Math.min(availableParallelism(), Math.ceil(runs / 100)));

let failures = 0;

function tell(seed: number, name: string, error: string): void {
  failures++;
  if (failures <= 20) console.log(`✗ ${name}, seed ${seed}: ${error}`);
}

/** Tries the seeds from `from` to `to`, in a thread that can be ended. */
function tried(from: number, to: number): Promise<void> {
  return new Promise((resolve) => {
    const place = new SharedArrayBuffer(4);
    const present = new Int32Array(place).fill(from);
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: { from, to, place },
    });
    let seen = from;
    let since = performance.now();
    const watch = setInterval(() => {
      const seed = Atomics.load(present, 0);
      if (seed !== seen) {
        seen = seed;
        since = performance.now();
      } else if (performance.now() - since > PATIENCE_MS) {
        tell(seed, 'any', `no answer within ${PATIENCE_MS / 1000} seconds`);
        void worker.terminate();
      }
    }, 500);
    worker.on('message', ({ seed, name, error }) => tell(seed, name, error));
    worker.on('error', (error) => tell(Atomics.load(present, 0), 'any', String(error)));
    worker.on('exit', () => {
      clearInterval(watch);
      resolve();
    });
  });
}

const share = Math.ceil(runs / threads);
const start = performance.now();
await Promise.all(
  Array.from({ length: threads }, (_, i) => tried(first + i * share, first + Math.min(runs, (i + 1) * share))),
);
const seconds = Math.round((performance.now() - start) / 1000);
console.log(`${runs.toLocaleString('en')} cases from seed ${first} in ${seconds} s, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;
