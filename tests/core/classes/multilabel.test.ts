import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelScores } from '../../../src/core/classes/labelScores.ts';
import { labelsOverview } from '../../../src/core/classes/labelsOverview.ts';
import { decideLabels, hammingLoss, type LabelOutcomes } from '../../../src/core/classes/multilabel.ts';
import { scoreRanges } from '../../../src/core/classes/scoreRanges.ts';
import { averagesOf } from '../../../src/core/metrics/averaging.ts';
import { f1, precision, recall } from '../../../src/core/metrics/threshold.ts';
import { isClose } from '../close.ts';
import { goldenLabels, labelScoresOf, labelTables } from './labelTables.ts';

type Averages = Readonly<Record<'precision' | 'recall' | 'f1', number>>;

interface Oracle {
  readonly multilabel: readonly {
    readonly split: string;
    readonly at: string;
    readonly labels: readonly string[];
    readonly n: number;
    readonly thresholds: readonly number[];
    readonly confusion_per_label_tn_fp_fn_tp: readonly (readonly number[])[];
    readonly per_label: Readonly<Record<'precision' | 'recall' | 'f1' | 'support', readonly number[]>>;
    readonly macro: Averages;
    readonly micro: Averages;
    readonly weighted: Averages;
    readonly samples: Averages;
    readonly hamming_loss: number;
    readonly subset_accuracy: number;
    readonly roc_auc_per_label: readonly number[];
    readonly average_precision_per_label: readonly number[];
    readonly label_cardinality_true: number;
    readonly label_cardinality_predicted: number;
    readonly rows_with_no_true_label: number;
    readonly rows_with_no_predicted_label: number;
    readonly [name: string]: unknown;
  }[];
}

const ORACLE = JSON.parse(readFileSync('tests/golden/multilabel.json', 'utf8')) as Oracle;
const LABELS = ORACLE.multilabel[0].labels;

const expectClose = (actual: number, expected: unknown, what: string) =>
  expect(isClose(actual, Number(expected)), `${what}: ${actual} instead of ${expected}`).toBe(true);

/** The oracle's value of an average: undefined ones count as 0 there, and are left out here. */
const withZeros = ({ value, leftOut }: { value: number; leftOut: number }, all: number) =>
  leftOut === all ? 0 : (value * (all - leftOut)) / all;

describe.each(ORACLE.multilabel)('$split at $at', (oracle) => {
  const scores = goldenLabels(oracle.split, LABELS);
  const decided = () => decideLabels(scores, oracle.thresholds, '>=');

  it('agrees on the counts of each label', () => {
    const { confusions } = decided();
    expect(confusions.map(({ tn, fp, fn, tp }) => [tn, fp, fn, tp])).toEqual(oracle.confusion_per_label_tn_fp_fn_tp);
  });

  it('agrees on the averages over labels and over cases', () => {
    const { confusions, cases } = decided();
    const averages = averagesOf(confusions);
    for (const id of ['precision', 'recall', 'f1'] as const) {
      expectClose(averages.micro[id].value, oracle.micro[id], `micro ${id}`);
      expectClose(withZeros(averages.macro[id], LABELS.length), oracle.macro[id], `macro ${id}`);
      expectClose(withZeros(cases.samples[id], oracle.n), oracle.samples[id], `samples ${id}`);
      // A label that is never predicted has no precision: its weight is left out, and counts with 0 there.
      const supports = oracle.per_label.support;
      const metric = { precision, recall, f1 }[id];
      const known = confusions.map((confusion) => !Number.isNaN(metric.of(confusion, Number.NaN)));
      const weightOf = (isIn: (place: number) => boolean) =>
        supports.reduce((sum, support, place) => sum + (isIn(place) ? support : 0), 0);
      const share = weightOf((place) => known[place]) / weightOf(() => true);
      expectClose(averages.weighted[id].value * share, oracle.weighted[id], `weighted ${id}`);
    }
  });

  it('agrees on what is said of whole cases', () => {
    const { confusions, cases } = decided();
    expect(cases.rows).toBe(oracle.n);
    expect(cases.incomplete).toBe(0);
    expectClose(cases.exact / cases.rows, oracle.subset_accuracy, 'subset accuracy');
    expectClose(hammingLoss(confusions), oracle.hamming_loss, 'Hamming loss');
    expectClose(cases.trueLabels / cases.rows, oracle.label_cardinality_true, 'labels per case');
    expectClose(cases.predictedLabels / cases.rows, oracle.label_cardinality_predicted, 'decided labels per case');
    expect(cases.withoutTrue).toBe(oracle.rows_with_no_true_label);
    expect(cases.withoutPredicted).toBe(oracle.rows_with_no_predicted_label);
  });

  it('agrees on how the scores rank', () => {
    const overview = labelsOverview(scores, scoreRanges([scores]));
    overview.classes.forEach(({ support, rocAuc, averagePrecision, ofClass, ofOthers }, place) => {
      expect(support).toBe(oracle.per_label.support[place]);
      expectClose(rocAuc, oracle.roc_auc_per_label[place], `ROC AUC of ${LABELS[place]}`);
      expectClose(averagePrecision, oracle.average_precision_per_label[place], `AP of ${LABELS[place]}`);
      const binned = [...ofClass, ...ofOthers].reduce((sum, count) => sum + count, 0);
      expect(binned).toBe(oracle.n);
    });
    for (const kind of ['macro', 'micro', 'weighted'] as const) {
      expectClose(overview.rocAuc[kind], oracle[`roc_auc_${kind}`], `${kind} ROC AUC`);
      expectClose(overview.averagePrecision[kind], oracle[`average_precision_${kind}`], `${kind} AP`);
    }
  });
});

describe('any table', () => {
  it('is decided as row by row and label by label', () => {
    fc.assert(
      fc.property(labelTables, (table) => {
        const { truth, score, weight, thresholds, rule } = table;
        const { confusions, cases } = decideLabels(labelScoresOf(table), thresholds, rule);
        const weightOf = (row: number) => weight?.[row] ?? 1;
        const flags = (place: number, row: number) =>
          rule === '>=' ? score[place][row] >= thresholds[place] : score[place][row] > thresholds[place];
        const rows = truth[0].map((_, row) => row);
        const sum = (of: readonly number[], value: (row: number) => number) =>
          of.reduce((total, row) => total + weightOf(row) * value(row), 0);
        confusions.forEach((confusion, place) => {
          const known = rows.filter((row) => !Number.isNaN(score[place][row]));
          const count = (isTrue: number, isFlagged: boolean) =>
            sum(known, (row) => (truth[place][row] === isTrue && flags(place, row) === isFlagged ? 1 : 0));
          expect(confusion).toEqual({
            tp: count(1, true),
            fp: count(0, true),
            fn: count(1, false),
            tn: count(0, false),
          });
        });
        const complete = rows.filter((row) => score.every((column) => !Number.isNaN(column[row])));
        const places = truth.map((_, place) => place);
        const truthsOf = (row: number) => places.filter((place) => truth[place][row] === 1);
        const picksOf = (row: number) => places.filter((place) => flags(place, row));
        expect(cases.rows).toBe(sum(complete, () => 1));
        expect(cases.incomplete).toBe(sum(rows, () => 1) - cases.rows);
        expect(cases.exact).toBe(sum(complete, (row) => (truthsOf(row).join() === picksOf(row).join() ? 1 : 0)));
        expect(cases.trueLabels).toBe(sum(complete, (row) => truthsOf(row).length));
        expect(cases.predictedLabels).toBe(sum(complete, (row) => picksOf(row).length));
        expect(cases.withoutTrue).toBe(sum(complete, (row) => (truthsOf(row).length === 0 ? 1 : 0)));
        expect(cases.withoutPredicted).toBe(sum(complete, (row) => (picksOf(row).length === 0 ? 1 : 0)));
        const hits = (row: number) => truthsOf(row).filter((place) => picksOf(row).includes(place)).length;
        for (const [id, parts] of [
          ['precision', (row: number) => [hits(row), picksOf(row).length]],
          ['recall', (row: number) => [hits(row), truthsOf(row).length]],
          ['f1', (row: number) => [2 * hits(row), picksOf(row).length + truthsOf(row).length]],
        ] as const) {
          const defined = complete.filter((row) => parts(row)[1] > 0);
          const mean = sum(defined, (row) => parts(row)[0] / parts(row)[1]) / sum(defined, () => 1);
          expect(cases.samples[id].leftOut).toBe(cases.rows - sum(defined, () => 1));
          expect(isClose(cases.samples[id].value, mean), `${id}: ${cases.samples[id].value}, ${mean}`).toBe(true);
        }
      }),
    );
  });

  it('is decided the same beyond one block of rows', () => {
    const rows = 5000;
    const from = (at: number, count: number): LabelScores => {
      const column = (value: (row: number) => number) => Array.from({ length: count }, (_, row) => value(at + row));
      return {
        yTrue: [
          Uint8Array.from(column((row) => (row % 3 === 0 ? 1 : 0))),
          Uint8Array.from(column((row) => (row % 97 === 0 ? 0 : row % 2))),
        ],
        yScore: [
          Float64Array.from(column((row) => ((row * 7) % 11) / 11)),
          Float64Array.from(column((row) => (row % 97 === 0 ? Number.NaN : ((row * 5) % 13) / 13))),
        ],
        sampleWeight: Float64Array.from(column((row) => (row % 4) / 4)),
      };
    };
    const decided = (scores: LabelScores) => decideLabels(scores, [0.4, 0.6], '>=');
    const whole = decided(from(0, rows));
    const parts = Array.from({ length: rows / 500 }, (_, at) => decided(from(500 * at, 500)));
    const sum = (value: (outcomes: LabelOutcomes) => number) => parts.reduce((total, each) => total + value(each), 0);
    for (const key of ['tp', 'fp', 'fn', 'tn'] as const) {
      for (const place of [0, 1]) expect(whole.confusions[place][key]).toBe(sum((each) => each.confusions[place][key]));
    }
    for (const key of ['rows', 'incomplete', 'exact', 'trueLabels', 'predictedLabels', 'withoutTrue'] as const) {
      expect(whole.cases[key]).toBe(sum((each) => each.cases[key]));
    }
  });
});
