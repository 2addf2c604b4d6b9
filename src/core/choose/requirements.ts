import { costOf, type Payoff } from '../cost/payoff.ts';
import { type Production, projectConfusion } from '../cost/projection.ts';
import { wilsonInterval } from '../intervals/proportion.ts';
import { thresholdMetric, thresholdMetrics } from '../metrics/catalog.ts';
import type { ThresholdMetricId } from '../metrics/metric.ts';
import { type Confusion, confusionAt, type DecisionRule } from '../scores/confusion.ts';
import { cutThreshold } from '../scores/cutThreshold.ts';
import { scanCuts } from '../scores/scanCuts.ts';
import { type ScoreIndex, totalsOf } from '../scores/scoreIndex.ts';
import { isTied } from './bestCuts.ts';

/** What no metric tells: how many are flagged and what it all costs, among these rows, or expected of a day in production. */
export const AMOUNT_MEASURES = ['flagged', 'flaggedADay', 'cost', 'costADay'] as const;
export type AmountMeasure = (typeof AMOUNT_MEASURES)[number];

export const isAmount = (measure: RequirementMeasure): measure is AmountMeasure =>
  (AMOUNT_MEASURES as readonly string[]).includes(measure);

/** What a requirement is about. */
export type RequirementMeasure = ThresholdMetricId | AmountMeasure;

/** Whether a text names something that can be required. O(metrics). */
export const isRequirementMeasure = (name: string): name is RequirementMeasure =>
  (AMOUNT_MEASURES as readonly string[]).includes(name) || thresholdMetrics.some(({ id }) => id === name);

/** In which way a measure is written and typed. */
export type MeasureStyle = 'percent' | 'count' | 'money' | 'number';

/** A share of rows as a percentage, flags as a count, a cost as money, other metrics as plain numbers. O(1). */
export function measureStyle(measure: RequirementMeasure): MeasureStyle {
  if (isAmount(measure)) return measure.startsWith('flagged') ? 'count' : 'money';
  return thresholdMetric(measure).proportion === null ? 'number' : 'percent';
}

/** More at once nobody keeps in mind, and each is looked at for every cut. */
export const MOST_REQUIREMENTS = 20;

export interface Requirement {
  readonly measure: RequirementMeasure;
  readonly bound: 'atLeast' | 'atMost';
  readonly value: number;
  /** For proportions of rows only: the worse end of Wilson's 95 % interval has to keep to the bound. */
  readonly byInterval: boolean;
  /** One that is off is left out of account. */
  readonly isOn: boolean;
}

/** In which terms counts and costs are required. */
export interface RequirementTerms {
  readonly payoff: Payoff;
  /** What a day is like in production. */
  readonly production: Production;
}

/** Neighbouring cuts that meet all requirements. */
export interface AdmissibleRun {
  /** The highest and the lowest of them, as thresholds under the rule. */
  readonly high: number;
  readonly low: number;
  readonly count: number;
  /**
   * Every threshold between these two decides like one of them: from `bottom` (left out under `>=`) to `top` (left out under `>`); −∞ and ∞
   * where all do that lie beyond.
   */
  readonly bottom: number;
  readonly top: number;
}

/** What one requirement has to do with it that all cannot be met. */
export interface Conflict {
  /** Which one of the requirements given. */
  readonly place: number;
  /** Whether any cut meets it by itself. */
  readonly isReachable: boolean;
  /** The nearest value at which it alone would have to stand so that all can be met; NaN where its giving way is not enough. */
  readonly nearest: number;
}

export interface Admissible {
  /** Descending. */
  readonly runs: readonly AdmissibleRun[];
  /** One for each requirement in force where no cut meets all; else none. */
  readonly conflicts: readonly Conflict[];
}

/** What a requirement bounds, at any cut: NaN where it is undefined. */
export type RequirementValue = (confusion: Confusion, threshold: number) => number;

/** The value that a requirement bounds: with `byInterval` the lower end for a least value, the upper end for a greatest. O(1) a cut. */
export function requirementValue(
  { measure, bound, byInterval }: Omit<Requirement, 'value' | 'isOn'>,
  { payoff, production }: RequirementTerms,
): RequirementValue {
  const flagged = ({ tp, fp }: Confusion) => tp + fp;
  const cost = (confusion: Confusion) => costOf(confusion, payoff);
  const ofADay = (confusion: Confusion) => projectConfusion(confusion, production);
  switch (measure) {
    case 'flagged':
      return flagged;
    case 'cost':
      return cost;
    case 'flaggedADay':
      return (confusion) => flagged(ofADay(confusion));
    case 'costADay':
      return (confusion) => cost(ofADay(confusion));
  }
  const { of, proportion } = thresholdMetric(measure);
  if (!byInterval || proportion === null) return of;
  return (confusion) => {
    const { successes, trials } = proportion(confusion);
    const { low, high } = wilsonInterval(successes, trials);
    return bound === 'atLeast' ? low : high;
  };
}

/** Whether a value keeps to the bound; a rounding error of 1e-12 is forgiven, what is undefined keeps to none. O(1). */
export function isMet({ bound, value }: Pick<Requirement, 'bound' | 'value'>, reached: number): boolean {
  return (bound === 'atLeast' ? reached >= value : reached <= value) || isTied(reached, value);
}

/** A nearest value in so many decimals, rounded to the side on which it can still be met. O(1). */
export function roundedToMeet(bound: Requirement['bound'], nearest: number, decimals: number): number {
  const rounded = Number(nearest.toFixed(decimals));
  if (isMet({ bound, value: rounded }, nearest)) return rounded;
  const step = 10 ** -decimals;
  return Number((bound === 'atLeast' ? rounded - step : rounded + step).toFixed(decimals));
}

/**
 * The cuts that meet all requirements in force, as runs of thresholds, and where there are none, what each requirement has to do with
 * it: found exactly, by looking at every cut once, whatever the measures are. O(n · requirements).
 */
export function admissibleThresholds(
  index: ScoreIndex,
  rule: DecisionRule,
  requirements: readonly Requirement[],
  terms: RequirementTerms,
): Admissible {
  const { positives, negatives } = totalsOf(index);
  const asked = requirements.flatMap((requirement, place) =>
    requirement.isOn
      ? [{ requirement, place, valueAt: requirementValue(requirement, terms), isReachable: false, ...NO_CUT }]
      : [],
  );
  // Net benefit alone depends on the threshold itself, not only on the counts.
  const isThresholdAsked = rule === '>' && asked.some(({ requirement }) => requirement.measure === 'netBenefit');
  const runs = new Runs(rule);
  const cut = { tp: 0, fp: 0, fn: 0, tn: 0 };
  scanCuts(index, ({ count, thresholds, tps, fps }) => {
    for (let i = 0; i < count; i++) {
      cut.tp = tps[i];
      cut.fp = fps[i];
      cut.fn = positives - cut.tp;
      cut.tn = negatives - cut.fp;
      const threshold = isThresholdAsked ? cutThreshold(index, thresholds[i], rule) : thresholds[i];
      let broken = 0;
      let last = 0;
      let lastValue = 0;
      for (let k = 0; k < asked.length; k++) {
        const each = asked[k];
        const value = each.valueAt(cut, threshold);
        if (isMet(each.requirement, value)) each.isReachable = true;
        else {
          broken++;
          last = k;
          lastValue = value;
        }
      }
      runs.add(thresholds[i], broken === 0);
      if (broken === 1 && isNearer(asked[last].requirement, lastValue, asked[last].nearest)) {
        asked[last].nearest = lastValue;
        asked[last].cut = thresholds[i];
      }
    }
  });
  const found = runs.end();
  return {
    runs: found,
    conflicts:
      found.length > 0
        ? []
        : asked.map(({ place, isReachable, nearest, cut: at, valueAt }) => {
            // Counted anew: in a scan of weights fn and tn are differences.
            const threshold = cutThreshold(index, at, rule);
            const exact = Number.isNaN(nearest) ? nearest : valueAt(confusionAt(index, threshold, rule), threshold);
            return { place, isReachable, nearest: exact };
          }),
  };
}

/** The run that a threshold lies in, null where it does not meet all. O(log runs). */
export function runAt(runs: readonly AdmissibleRun[], threshold: number, rule: DecisionRule): AdmissibleRun | null {
  const isAbove = ({ bottom }: AdmissibleRun) =>
    threshold > bottom || (threshold === bottom && (rule === '>' || bottom === -Infinity));
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAbove(runs[middle])) high = middle;
    else low = middle + 1;
  }
  if (low === runs.length) return null;
  const { top } = runs[low];
  return threshold < top || (threshold === top && (rule === '>=' || top === Infinity)) ? runs[low] : null;
}

/** Whether a run holds any of the cuts from the threshold `low` up to below `high`. O(log runs). */
export function overlapsRun(runs: readonly AdmissibleRun[], low: number, high: number): boolean {
  let first = 0;
  let end = runs.length;
  while (first < end) {
    const middle = (first + end) >>> 1;
    if (runs[middle].low < high) end = middle;
    else first = middle + 1;
  }
  return first < runs.length && runs[first].high >= low;
}

const NO_CUT = { nearest: Number.NaN, cut: Number.NaN };

function isNearer({ bound }: Requirement, value: number, nearest: number): boolean {
  if (Number.isNaN(value)) return false;
  return Number.isNaN(nearest) || (bound === 'atLeast' ? value > nearest : value < nearest);
}

/** Puts neighbouring cuts that are admissible together; they come in descending order of `scanCuts`' thresholds, which are those of `>=`. */
class Runs {
  readonly #rule: DecisionRule;
  readonly #runs: AdmissibleRun[] = [];
  #top = Number.NaN;
  #second = Number.NaN;
  #last = Number.NaN;
  #count = 0;

  constructor(rule: DecisionRule) {
    this.#rule = rule;
  }

  add(threshold: number, isAdmissible: boolean): void {
    if (this.#count === 1) this.#second = threshold;
    if (isAdmissible) {
      if (this.#count === 0) this.#top = threshold;
      this.#count++;
    } else if (this.#count > 0) this.#close(threshold);
    this.#last = threshold;
  }

  end(): readonly AdmissibleRun[] {
    if (this.#count === 1) this.#second = -Infinity;
    if (this.#count > 0) this.#close(-Infinity);
    return this.#runs;
  }

  /** `next`: the threshold of the first cut below the run. */
  #close(next: number): void {
    // Under `>` a cut's threshold is the highest score that it leaves alone, which is the next cut's lowest flagged one.
    const ends = this.#rule === '>=' ? { high: this.#top, low: this.#last } : { high: this.#second, low: next };
    this.#runs.push({ ...ends, count: this.#count, bottom: next, top: this.#top });
    this.#count = 0;
  }
}
