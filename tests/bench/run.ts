import { csvRatios } from './csv.ts';
import { scoreIndexRatios } from './scoreIndex.ts';

/**
 * Two ways to do one thing, measured in turns within one run: only such ratios hold on another machine. `atLeast` and `atMost` are the
 * levels that must not be crossed, with room for a busy machine.
 */
export interface Ratio {
  readonly what: string;
  readonly ratio: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Each measures one part. */
const benchmarks: readonly (() => Ratio[] | Promise<Ratio[]>)[] = [scoreIndexRatios, csvRatios];

for (const benchmark of benchmarks) {
  for (const { what, ratio, atLeast = 0, atMost = Infinity } of await benchmark()) {
    const holds = ratio >= atLeast && ratio <= atMost;
    const level = atMost < Infinity ? `at most ${atMost}` : `at least ${atLeast}`;
    console.log(`${holds ? ' ' : '✗'} ${ratio.toPrecision(3).padStart(8)} ×  ${what} (${level})`);
    if (!holds) process.exitCode = 1;
  }
}
