import { rowTestOf } from '../cases/cellTest.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Subject } from '../roles/interpretation.ts';
import type { KeptRows } from '../rows/keptRows.ts';
import { type MeasuredRows, measuringGroups } from './measureGroups.ts';

/** Rows looked at before others may have their turn. */
const STRETCH = 20_000;

type Kept = Pick<KeptRows, 'rows' | 'yTrue' | 'yScore' | 'splitOf' | 'sampleWeight'>;

/**
 * Measures the rows of one split for which all conditions of a rule hold, for each of some rules; a row may be in several, or in none. `split`: its
 * place among the kept rows' splits, null for all rows. O(rules · rows), and sorting; a step each rule.
 */
export function* measureRules(
  dataset: Dataset,
  kept: Kept,
  rules: readonly Subject[],
  split: number | null,
  hasIntervals = true,
): Generator<void, MeasuredRows[]> {
  const measuredRules: MeasuredRows[] = [];
  for (const rule of rules) {
    yield;
    const holds = rowTestOf(dataset, rule) ?? (() => true);
    const { rows, splitOf, sampleWeight } = kept;
    const isIn = (place: number) => split === null || splitOf === null || splitOf[place] === split;
    const found: number[] = [];
    for (let place = 0; place < rows.length; place++) {
      if (place % STRETCH === STRETCH - 1) yield;
      if (isIn(place) && holds(rows[place])) found.push(place);
    }
    const places = Uint32Array.from(found);
    const taken = {
      yTrue: Uint8Array.from(places, (place) => kept.yTrue[place]),
      yScore: Float64Array.from(places, (place) => kept.yScore[place]),
      splitOf: null,
      sampleWeight: sampleWeight === null ? null : Float64Array.from(places, (place) => sampleWeight[place]),
    };
    const whole = { groups: [{ values: [], rows: places.length }], groupOf: new Int32Array(places.length) };
    const { groups } = yield* measuringGroups(taken, whole, null, 0, hasIntervals);
    const { values: _values, ...measured } = groups[0];
    measuredRules.push(measured);
  }
  return measuredRules;
}
