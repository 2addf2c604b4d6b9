import { describe, expect, it } from 'vitest';
import { bestThreshold } from '../../src/core/choose/bestThreshold.ts';
import type { Objective } from '../../src/core/choose/objective.ts';
import { costOf } from '../../src/core/cost/payoff.ts';
import { buildCuts } from '../../src/core/curves/cuts.ts';
import { precisionRecallCurve } from '../../src/core/curves/precisionRecall.ts';
import { rocCurve } from '../../src/core/curves/roc.ts';
import { wilsonInterval } from '../../src/core/intervals/proportion.ts';
import { scoreMetricsOf, thresholdMetric, thresholdMetrics } from '../../src/core/metrics/catalog.ts';
import type { ScoreMetricId, ThresholdMetricId } from '../../src/core/metrics/metric.ts';
import { confusionAt } from '../../src/core/scores/confusion.ts';
import type { ScoreIndex } from '../../src/core/scores/scoreIndex.ts';
import {
  type GoldenNumber,
  goldenFiles,
  goldenRows,
  numberOf,
  type Optimum,
  type Target,
} from '../golden/readGolden.ts';
import { isClose } from './close.ts';
import {
  Differences,
  OPTIMUM_METRICS,
  OPTIMUM_OBJECTIVES,
  OTHER_SWEEP_COLUMNS,
  RANKING_NAMES,
  SWEEP_NAMES,
} from './goldenNames.ts';
import {
  countByBothRules,
  countConfusion,
  distinctScores,
  indexOf,
  nextDouble,
  type Rows,
  scannedCuts,
} from './rows.ts';
import { isUndefined } from './undefinedCells.ts';

/** Criteria that the program does not offer. */
const OTHER_OPTIMA = ['min_abs_recall_minus_specificity', 'min_abs_precision_minus_recall'];

/** Files whose best Matthews correlation scikit-learn gives as the 0 it puts where the metric is undefined. */
const BEST_MCC_IS_ZERO_DIVISION = ['all_tied_half', 'constant_score', 'reversed'];

const TOP_SHARES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5];

const files = goldenFiles();

/** Registers a test only where the golden file has what it compares. */
const itIf = (present: unknown) => (name: string, test: () => void) => {
  if (present !== undefined) it(name, test);
};

it('has golden files', () => {
  expect(files.length).toBeGreaterThanOrEqual(29);
});

describe.each(files)('$name', ({ name: file, cases, eval_py_tables: tables }) => {
  describe.each(cases.map((golden) => ({ case: golden.name, golden })))('$case', ({ golden }) => {
    const read = goldenRows(file, golden);
    const rows: Rows = read;
    const index = indexOf(rows);
    const both = rows.yTrue.includes(0) && rows.yTrue.includes(1);

    it('reads the rows it should', () => {
      const weightOf = (row: number) => (rows.sampleWeight === null ? 1 : rows.sampleWeight[row]);
      const total = rows.yTrue.reduce((sum, _, row) => sum + weightOf(row), 0);
      const positive = rows.yTrue.reduce((sum, label, row) => sum + label * weightOf(row), 0);
      const isCounts = golden.weight === 'count';
      expect(isCounts ? total : rows.yTrue.length).toBe(golden.ranking.n);
      expect(isCounts ? positive : rows.yTrue.reduce((sum, label) => sum + label, 0)).toBe(golden.ranking.n_pos);
      expect(positive / total).toBeCloseTo(numberOf(golden.ranking.prevalence), 14);
      if (golden.rows_used !== undefined) {
        expect(rows.yTrue).toHaveLength(golden.rows_used);
        expect(read.skipped).toBe(golden.rows_left_out);
      } else {
        expect(read.skipped).toBe(0);
      }
    });

    it('agrees on the metrics of the scores', () => {
      const { values, reasons } = scoreMetricsOf(index);
      const differences = new Differences();
      const isOutsideUnit = rows.yScore.some((score) => score < 0 || score > 1);
      const expectedOf = (id: ScoreMetricId, value: number): number => {
        if (id === 'brierScore' || id === 'logLoss') return isOutsideUnit ? Number.NaN : value;
        if (both) return value;
        // Without negatives precision, and so its average, is 1 wherever it is defined; all else needs both classes.
        return id === 'averagePrecision' && rows.yTrue.includes(1) ? 1 : Number.NaN;
      };
      for (const [id, name] of Object.entries(RANKING_NAMES) as [ScoreMetricId, string][]) {
        const expected = expectedOf(id, numberOf(golden.ranking[name] ?? null));
        differences.compare(name, values[id], expected);
        expect(reasons[id] !== undefined, id).toBe(Number.isNaN(expected));
      }
      if (golden.calibration) {
        differences.compare('ece', values.expectedCalibrationError, golden.calibration.equal_width_10.ece);
      }
      expect(differences.found).toEqual([]);
      if (both) expect(cutsWithLargestGap(index)).toEqual(golden.ranking.ks_thresholds.map(numberOf));
    });

    it('agrees at every threshold of the sweep', () => {
      const differences = new Differences();
      const columns = new Set([...Object.values(SWEEP_NAMES), ...OTHER_SWEEP_COLUMNS]);
      expect(Object.keys(golden.sweep).filter((column) => !columns.has(column))).toEqual([]);
      golden.sweep.threshold.map(numberOf).forEach((threshold, row) => {
        const cell = (column: string) => numberOf(golden.sweep[column][row]);
        const counts = { tp: cell('tp'), fp: cell('fp'), fn: cell('fn'), tn: cell('tn') };
        const confusion = confusionAt(index, threshold, '>=');
        for (const key of ['tp', 'fp', 'fn', 'tn'] as const) {
          differences.same(`${key} at ${threshold}`, confusion[key], counts[key]);
        }
        for (const metric of thresholdMetrics) {
          const isMissing = isUndefined[metric.id](counts, threshold);
          const expected = isMissing ? Number.NaN : cell(SWEEP_NAMES[metric.id]);
          // A cell that has a value here must have one there: nothing else is excepted.
          if (!isMissing && Number.isNaN(expected))
            differences.found.push(`${metric.id} at ${threshold} is null there`);
          differences.compare(`${metric.id} at ${threshold}`, metric.of(confusion, threshold), expected);
          const hasReason = metric.undefinedReason(confusion, threshold) !== null;
          if (hasReason !== isMissing) differences.found.push(`${metric.id} at ${threshold}: reason ${hasReason}`);
        }
        if (golden.cost) {
          const payoff = { tp: 0, fp: golden.cost.fp, fn: golden.cost.fn, tn: 0 };
          differences.same(`cost at ${threshold}`, costOf(confusion, payoff), cell('cost'));
        }
      });
      expect(differences.found).toEqual([]);
    });

    itIf(golden.strict)('agrees on the counts of >', () => {
      for (const { threshold, ...counts } of golden.strict ?? []) {
        expect(confusionAt(index, threshold, '>')).toEqual(counts);
      }
    });

    itIf(golden.optima)('finds every optimum and all that are equally good', () => {
      const optima = golden.optima ?? {};
      const zeroDivisions: string[] = [];
      for (const [name, optimum] of Object.entries(optima)) {
        if (!(name in OPTIMUM_METRICS) && !(name in OPTIMUM_OBJECTIVES) && name !== 'min_cost') continue;
        const { value, thresholds } = optimum as Optimum;
        const objective: Objective =
          name === 'min_cost'
            ? { kind: 'cost', payoff: { tp: 0, tn: 0, ...(golden.cost ?? { fp: 1, fn: 1 }) } }
            : (OPTIMUM_OBJECTIVES[name] ?? { kind: 'metric', id: OPTIMUM_METRICS[name] });
        const choice = bestThreshold(index, '>=', objective);
        const hasValue = (threshold: number) =>
          objective.kind !== 'metric' || !isUndefined[objective.id](countConfusion(rows, threshold, '>='), threshold);
        const expected = thresholds.map(numberOf).filter(hasValue);
        if (expected.length === 0) {
          zeroDivisions.push(name);
          continue;
        }
        if (choice.kind === 'none') throw new Error(`${name}: ${choice.reason}`);
        expect([...choice.ties], name).toEqual(expected);
        expect(isClose(choice.value, value), `${name}: ${choice.value} instead of ${value}`).toBe(true);
        expect(expected).toContain(choice.threshold);
        expect(choice.confusion).toEqual(countConfusion(rows, choice.threshold, '>='));
      }
      expect(zeroDivisions).toEqual(BEST_MCC_IS_ZERO_DIVISION.includes(file) ? ['max_mcc'] : []);
    });

    itIf(golden.optima)('meets every target just there', () => {
      for (const [name, target] of Object.entries(golden.optima ?? {})) {
        const [, measure, sign, bound] = /^(recall|precision|fpr)([<>]=)(.+)$/.exec(name) ?? [];
        if (measure === undefined) {
          const known = [
            ...Object.keys(OPTIMUM_METRICS),
            ...Object.keys(OPTIMUM_OBJECTIVES),
            'min_cost',
            ...OTHER_OPTIMA,
          ];
          expect(known).toContain(name);
          continue;
        }
        const metric = thresholdMetric(measure as ThresholdMetricId);
        const meeting = scannedCuts(index, '>=').filter((cut) => {
          const value = metric.of(cut, cut.threshold);
          return sign === '>=' ? value >= Number(bound) : value <= Number(bound);
        });
        const found = measure === 'recall' ? meeting[0] : meeting[meeting.length - 1];
        const { threshold, tp, fp } = (target ?? {}) as Partial<Target>;
        if (target === null) expect(found, name).toBeUndefined();
        else expect(found, name).toMatchObject({ threshold: numberOf(threshold ?? null), tp, fp });
      }
    });

    itIf(golden.top_k)('flags the top share without cutting a tie', () => {
      const found = TOP_SHARES.map((share) => bestThreshold(index, '>=', { kind: 'flagTop', share }))
        .filter((choice) => choice.kind === 'found')
        .filter(({ confusion }) => confusion.tp + confusion.fp > 0);
      expect(found.map(({ threshold, confusion: { tp, fp } }) => ({ threshold, k: tp + fp, tp, fp }))).toEqual(
        (golden.top_k ?? []).map(({ threshold, k, tp, fp }) => ({ threshold: numberOf(threshold), k, tp, fp })),
      );
    });

    itIf(golden.optima)('finds the optima of F-beta for any β too', () => {
      for (const [name, beta] of Object.entries({ max_f1: 1, max_f2: 2, max_f05: 0.5 })) {
        const ofMetric = bestThreshold(index, '>=', { kind: 'metric', id: OPTIMUM_METRICS[name] });
        expect(bestThreshold(index, '>=', { kind: 'fbeta', beta })).toEqual(ofMetric);
      }
    });

    itIf(golden.top_k)('flags as many cases at most as can be, the same ones as by their share', () => {
      for (const { threshold, k, tp, fp } of golden.top_k ?? []) {
        const choice = bestThreshold(index, '>=', { kind: 'flagCount', count: k });
        expect(choice).toMatchObject({ threshold: numberOf(threshold), confusion: { tp, fp } });
      }
    });

    itIf(golden.curves)('draws the same curves', () => {
      const { roc, pr } = golden.curves as NonNullable<typeof golden.curves>;
      const differences = new Differences();
      const cuts = buildCuts(index);
      const ours = rocCurve(cuts);
      differences.compareAll('fpr', ours.fpr, roc.fpr);
      differences.compareAll('tpr', ours.tpr, roc.tpr);
      differences.compareAll('ROC thresholds', ours.thresholds, roc.threshold);

      const { recall, precision, thresholds } = precisionRecallCurve(cuts);
      const withoutEnd = (column: readonly GoldenNumber[]) => column.slice(0, -1).reverse();
      differences.compareAll('recall', recall, withoutEnd(pr.recall));
      differences.compareAll('precision', precision, withoutEnd(pr.precision));
      differences.compareAll('PR thresholds', thresholds, withoutEnd(pr.threshold));
      expect([pr.recall.at(-1), pr.precision.at(-1), pr.threshold.at(-1)]).toEqual([0, 1, 'Infinity']);
      expect(differences.found).toEqual([]);
    });

    itIf(golden.wilson)('gives the same Wilson intervals', () => {
      const differences = new Differences();
      for (const { threshold, ...shares } of golden.wilson ?? []) {
        const confusion = confusionAt(index, threshold, '>=');
        for (const [id, { k, n, wilson }] of Object.entries(shares)) {
          const share = thresholdMetric(id as ThresholdMetricId).proportion?.(confusion);
          expect(share, id).toEqual({ successes: k, trials: n });
          const { low, high } = wilsonInterval(k, n);
          differences.compareAll(`${id} at ${threshold}`, [low, high], wilson);
        }
      }
      expect(differences.found).toEqual([]);
    });

    it('counts like brute force at every score, both doubles next to it and every hundredth', () => {
      const thresholds = distinctScores(rows).flatMap((score) => [nextDouble(score, -1), score, nextDouble(score, 1)]);
      for (let i = 0; i <= 100; i++) thresholds.push(i / 100);
      thresholds.push(Infinity, -Infinity);
      const wrong = thresholds.flatMap((threshold) => {
        const recounted = countByBothRules(rows, threshold);
        return (['>=', '>'] as const)
          .filter((rule) => {
            const expected = recounted[rule];
            const { tp, fp, fn, tn } = confusionAt(index, threshold, rule);
            return tp !== expected.tp || fp !== expected.fp || fn !== expected.fn || tn !== expected.tn;
          })
          .map((rule) => `${rule} ${threshold}`);
      });
      expect(wrong).toEqual([]);
    }, 120_000);
  });

  itIf(tables)('reproduces the tables of the demo', () => {
    const differences = new Differences();
    for (const [column, split] of [
      ['cv-train', 'train'],
      ['test', 'test'],
    ] as const) {
      const golden = cases.find(({ where }) => where?.split === split);
      if (golden === undefined) throw new Error(`No case for ${split}.`);
      const index = indexOf(goldenRows(file, golden));
      const auc = scoreMetricsOf(index).values.rocAuc;
      for (const table of tables ?? []) {
        const confusion = confusionAt(index, table.threshold, '>=');
        table.type.forEach((metric, i) => {
          const what = `${split} ${metric} at ${table.threshold}`;
          if (metric === 'auc') {
            differences.compare(what, auc, table[column][i]);
            return;
          }
          const { id, of } = thresholdMetric(metric as ThresholdMetricId);
          const isMissing = isUndefined[id](confusion, table.threshold);
          differences.compare(what, of(confusion, table.threshold), isMissing ? Number.NaN : table[column][i]);
        });
      }
    }
    expect(differences.found).toEqual([]);
  });
});

/** Every cut where |tpr − fpr| is largest, as the golden files list them. */
function cutsWithLargestGap(index: ScoreIndex): number[] {
  const cuts = scannedCuts(index, '>=').map(({ threshold, tp, fp, fn, tn }) => ({
    threshold,
    gap: Math.abs(tp / (tp + fn) - fp / (fp + tn)),
  }));
  const largest = Math.max(...cuts.map(({ gap }) => gap));
  return cuts.filter(({ gap }) => isClose(gap, largest)).map(({ threshold }) => threshold);
}
