import { reliabilityBins } from '../calibration/reliability.ts';
import type { ScoreMetricId, ThresholdMetricId } from '../metrics/metric.ts';
import { type Confusion, confusionAt } from '../scores/confusion.ts';
import type { Evaluation } from '../scores/evaluation.ts';

/** What stands in a formula for a number of the file: the four counts, their sum, and the threshold. */
export type FormulaSymbol = keyof Confusion | 'n' | 't';

/** A formula that can be written with symbols, written with numbers, and worked out. */
export type Formula =
  | { readonly kind: 'symbol'; readonly symbol: FormulaSymbol }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'sum' | 'difference' | 'product'; readonly terms: readonly Formula[] }
  | { readonly kind: 'quotient'; readonly over: Formula; readonly under: Formula }
  | { readonly kind: 'root' | 'size'; readonly of: Formula };

export type FormulaValues = Readonly<Record<FormulaSymbol, number>>;

type Term = Formula | FormulaSymbol | number;

const made = (term: Term): Formula =>
  typeof term === 'string'
    ? { kind: 'symbol', symbol: term }
    : typeof term === 'number'
      ? { kind: 'number', value: term }
      : term;
const sum = (...terms: Term[]): Formula => ({ kind: 'sum', terms: terms.map(made) });
const less = (...terms: Term[]): Formula => ({ kind: 'difference', terms: terms.map(made) });
const times = (...terms: Term[]): Formula => ({ kind: 'product', terms: terms.map(made) });
const ratio = (over: Term, under: Term): Formula => ({ kind: 'quotient', over: made(over), under: made(under) });
const root = (of: Term): Formula => ({ kind: 'root', of: made(of) });
const size = (of: Term): Formula => ({ kind: 'size', of: made(of) });

const POSITIVES = sum('tp', 'fn');
const NEGATIVES = sum('fp', 'tn');
const FLAGGED = sum('tp', 'fp');
const LEFT = sum('fn', 'tn');
const RECALL = ratio('tp', POSITIVES);
const SPECIFICITY = ratio('tn', NEGATIVES);
const FPR = ratio('fp', NEGATIVES);

const fbeta = (weight: number): Formula => {
  const hits = times(1 + weight, 'tp');
  return ratio(hits, sum(hits, weight === 1 ? 'fn' : times(weight, 'fn'), 'fp'));
};

/** Each metric of a decision as a formula in the four counts; the value is that of the catalog. */
export const METRIC_FORMULAS: Readonly<Record<ThresholdMetricId, Formula>> = {
  precision: ratio('tp', FLAGGED),
  recall: RECALL,
  specificity: SPECIFICITY,
  npv: ratio('tn', LEFT),
  fpr: FPR,
  fnr: ratio('fn', POSITIVES),
  fdr: ratio('fp', FLAGGED),
  falseOmissionRate: ratio('fn', LEFT),
  f1: fbeta(1),
  f2: fbeta(4),
  f05: fbeta(0.25),
  accuracy: ratio(sum('tp', 'tn'), 'n'),
  balancedAccuracy: ratio(sum(RECALL, SPECIFICITY), 2),
  matthewsCorrcoef: ratio(
    less(times('tp', 'tn'), times('fp', 'fn')),
    times(root(times(FLAGGED, LEFT)), root(times(POSITIVES, NEGATIVES))),
  ),
  cohenKappa: ratio(
    times(2, less(times('tp', 'tn'), times('fp', 'fn'))),
    sum(times(FLAGGED, NEGATIVES), times(POSITIVES, LEFT)),
  ),
  youdenJ: less(RECALL, FPR),
  gMean: root(times(RECALL, SPECIFICITY)),
  jaccard: ratio('tp', sum('tp', 'fp', 'fn')),
  selectionRate: ratio(FLAGGED, 'n'),
  lift: ratio(ratio('tp', FLAGGED), ratio(POSITIVES, 'n')),
  positiveLikelihoodRatio: ratio(RECALL, FPR),
  negativeLikelihoodRatio: ratio(ratio('fn', POSITIVES), SPECIFICITY),
  netBenefit: less(ratio('tp', 'n'), times(ratio('fp', 'n'), ratio('t', less(1, 't')))),
};

/**
 * Each metric of the scores with the numbers of a split in it: pairs in the right order ÷ pairs; the precision at each positive, added up, ÷
 * positives; the gap at the threshold where it is widest; losses added up ÷ rows; the gap of each bin times its share of the rows. Null
 * where the metric has no value. O(n) for the bins, else O(log n).
 */
export function scoreFormula(id: ScoreMetricId, evaluation: Evaluation): Formula | null {
  const { index, positives, negatives, ksThreshold, scoreMetrics } = evaluation;
  const value = scoreMetrics[id];
  if (Number.isNaN(value)) return null;
  const rows = positives + negatives;
  switch (id) {
    case 'rocAuc':
      return ratio(value * positives * negatives, times(positives, negatives));
    case 'averagePrecision':
      return ratio(value * positives, positives);
    case 'ksStatistic': {
      const { tp, fp } = confusionAt(index, ksThreshold, '>=');
      return size(less(ratio(tp, positives), ratio(fp, negatives)));
    }
    case 'brierScore':
    case 'logLoss':
      return ratio(value * rows, rows);
    case 'expectedCalibrationError':
      return sum(
        ...reliabilityBins(index, 'uniform')
          .filter(({ amount }) => amount > 0)
          .map(({ amount, probPred, probTrue }) => times(ratio(amount, rows), size(less(probPred, probTrue)))),
      );
  }
}

/** The symbols of a decision. O(1). */
export function formulaValues({ tp, fp, fn, tn }: Confusion, threshold: number): FormulaValues {
  return { tp, fp, fn, tn, n: tp + fp + fn + tn, t: threshold };
}

/** A formula worked out; NaN and infinities as in any division. O(terms). */
export function formulaValue(formula: Formula, values: FormulaValues): number {
  const workedOut = (term: Formula): number => formulaValue(term, values);
  switch (formula.kind) {
    case 'symbol':
      return values[formula.symbol];
    case 'number':
      return formula.value;
    case 'sum':
      return formula.terms.reduce((total, term) => total + workedOut(term), 0);
    case 'product':
      return formula.terms.reduce((total, term) => total * workedOut(term), 1);
    case 'difference': {
      const [first, ...rest] = formula.terms;
      return rest.reduce((left, term) => left - workedOut(term), workedOut(first));
    }
    case 'quotient':
      return workedOut(formula.over) / workedOut(formula.under);
    case 'root':
      return Math.sqrt(workedOut(formula.of));
    case 'size':
      return Math.abs(workedOut(formula.of));
  }
}

/** Which symbols a formula has, each once, in the order of their first use. O(terms). */
export function symbolsOf(formula: Formula): readonly FormulaSymbol[] {
  const found = new Set<FormulaSymbol>();
  const walk = (term: Formula): void => {
    if (term.kind === 'symbol') found.add(term.symbol);
    else if ('terms' in term) term.terms.forEach(walk);
    else if (term.kind === 'quotient') [term.over, term.under].forEach(walk);
    else if ('of' in term) walk(term.of);
  };
  walk(formula);
  return [...found];
}
