import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../../src/core/classes/agreement.ts';
import { actualTotals, confusionMatrixOf, confusionsOf, countAt } from '../../../src/core/classes/confusionMatrix.ts';
import { decideRows } from '../../../src/core/classes/decide.ts';
import { classOverview } from '../../../src/core/classes/overview.ts';
import { topLabelCalibrationError } from '../../../src/core/classes/probability.ts';
import { scoreRanges } from '../../../src/core/classes/scoreRanges.ts';
import { averagesOf } from '../../../src/core/metrics/averaging.ts';
import { f1, precision, recall } from '../../../src/core/metrics/threshold.ts';
import { type GoldenNumber, goldenClasses, numberOf } from '../../golden/readGolden.ts';
import { isClose } from '../close.ts';

type Averages = Readonly<Record<'precision' | 'recall' | 'f1', number>>;

interface Multiclass {
  readonly n: number;
  readonly classes: readonly string[];
  readonly confusion_matrix: readonly (readonly number[])[];
  readonly accuracy: number;
  readonly balanced_accuracy: number;
  readonly kappa: number;
  readonly mcc: number;
  readonly per_class: Readonly<Record<'precision' | 'recall' | 'f1' | 'support', readonly number[]>>;
  readonly macro: Averages;
  readonly micro: Averages;
  readonly weighted: Averages;
  readonly top_k_accuracy: Readonly<Record<string, number>>;
  readonly reject_below: readonly { confidence: number; coverage: number; accuracy: GoldenNumber }[];
  readonly [name: string]: unknown;
}

const readOracle = (name: string) =>
  (JSON.parse(readFileSync(`tests/golden/${name}.json`, 'utf8')) as { multiclass: Multiclass }).multiclass;

const expectClose = (actual: number, expected: unknown, what: string) =>
  expect(isClose(actual, Number(expected)), `${what}: ${actual} instead of ${expected}`).toBe(true);

describe.each(['digits', 'wine'])('%s', (name) => {
  const oracle = readOracle(name);
  const scores = goldenClasses(name, 'label', oracle.classes);
  const decided = () => confusionMatrixOf(scores, decideRows(scores, { kind: 'argmax' }));
  const overviewed = () => classOverview(scores, scoreRanges([scores]));

  it('decides every row as numpy.argmax does', () => {
    const matrix = decided();
    const rows = oracle.classes.map((_, actual) => oracle.classes.map((__, at) => countAt(matrix, actual, at)));
    expect(rows).toEqual(oracle.confusion_matrix);
    expect(scores.yTrue).toHaveLength(oracle.n);
    expect([...actualTotals(matrix)]).toEqual(oracle.per_class.support);
    expect(overviewed().classes.map(({ support }) => support)).toEqual(oracle.per_class.support);
  });

  it('agrees on accuracy, kappa and the Matthews correlation', () => {
    const agreement = agreementOf(decided());
    expectClose(agreement.accuracy, oracle.accuracy, 'accuracy');
    expectClose(agreement.cohenKappa, oracle.kappa, 'kappa');
    expectClose(agreement.matthewsCorrcoef, oracle.mcc, 'mcc');
    expect(agreement.undecided).toBe(0);
  });

  it('agrees on precision, recall and F1 of each class and their averages', () => {
    const confusions = confusionsOf(decided());
    for (const metric of [precision, recall, f1]) {
      confusions.forEach((confusion, place) => {
        const expected = oracle.per_class[metric.id as 'f1'][place];
        expectClose(metric.of(confusion, Number.NaN), expected, `${metric.id} of ${oracle.classes[place]}`);
      });
    }
    const averages = averagesOf(confusions);
    for (const kind of ['macro', 'micro', 'weighted'] as const) {
      for (const id of ['precision', 'recall', 'f1'] as const) {
        expectClose(averages[kind][id].value, oracle[kind][id], `${kind} ${id}`);
        expect(averages[kind][id].leftOut).toBe(0);
      }
    }
    expectClose(averages.macro.recall.value, oracle.balanced_accuracy, 'balanced accuracy');
  });

  it('agrees on everything about the scores', () => {
    const overview = overviewed();
    expectClose(overview.logLoss, oracle.log_loss, 'log loss');
    expectClose(overview.brierScore, oracle.brier_multiclass, 'Brier score');
    expectClose(overview.topLabelCalibrationError, oracle.top_label_ece_10, 'calibration error in 10 bins');
    expectClose(topLabelCalibrationError(scores, 15), oracle.top_label_ece_15, 'calibration error in 15 bins');
    for (const [k, value] of Object.entries(oracle.top_k_accuracy)) {
      expectClose(overview.topKAccuracies[Number(k) - 1], value, `top ${k}`);
    }
    for (const [metric, short] of [
      ['rocAuc', 'roc_auc'],
      ['averagePrecision', 'average_precision'],
    ] as const) {
      overview.classes.forEach((measures, place) => {
        const expected = (oracle[`${short}_ovr`] as readonly number[])[place];
        expectClose(measures[metric], expected, `${short} of ${oracle.classes[place]}`);
      });
      for (const kind of ['macro', 'weighted', 'micro'] as const) {
        const expected = oracle[`${short}_${kind}`] ?? oracle[`${short}_ovr_${kind}`];
        expectClose(overview[metric][kind], expected, `${kind} ${short}`);
      }
    }
    expectClose(overview.rocAuc.oneVsOne.macro, oracle.roc_auc_ovo_macro, 'one-versus-one AUC');
    expectClose(overview.rocAuc.oneVsOne.weighted, oracle.roc_auc_ovo_weighted, 'weighted one-versus-one AUC');
  });

  it('rejects the rows whose best score is below one threshold for all classes', () => {
    for (const { confidence, coverage, accuracy } of oracle.reject_below) {
      const thresholds = oracle.classes.map(() => confidence);
      const picks = decideRows(scores, { kind: 'thresholds', thresholds, rule: '>=', fallback: 'other' });
      const { rows, right, undecided } = agreementOf(confusionMatrixOf(scores, picks));
      expectClose((rows - undecided) / rows, coverage, `coverage at ${confidence}`);
      expectClose(right / (rows - undecided), numberOf(accuracy), `accuracy at ${confidence}`);
    }
  });
});
