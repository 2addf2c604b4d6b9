import { describe, expect, it } from 'vitest';
import { bestThreshold, type Choice, type FoundThreshold } from '../../src/core/choose/bestThreshold.ts';
import { groupPolicy, POLICY_STRATEGIES, policyField } from '../../src/core/choose/perGroup.ts';
import { buildCuts } from '../../src/core/curves/cuts.ts';
import { buildDrawnCuts } from '../../src/core/curves/decimate.ts';
import { precisionRecallCurve, precisionRecallSteps } from '../../src/core/curves/precisionRecall.ts';
import { thresholdSweep } from '../../src/core/curves/thresholdSweep.ts';
import { thresholdMetric } from '../../src/core/metrics/catalog.ts';
import { confusionAt, isFlagged } from '../../src/core/scores/confusion.ts';
import { buildEvaluation } from '../../src/core/scores/evaluation.ts';
import { neighboursAt } from '../../src/core/scores/neighbours.ts';
import { operatingPointAt } from '../../src/core/scores/operatingPoint.ts';
import { predictions } from '../bench/random.ts';
import { openWhole } from '../io/read/reading.ts';
import { findingsOf, inTurn, preparedOf, tableOf } from './dataset/tables.ts';
import { countConfusion, indexOf, type Rows, rowsOf } from './rows.ts';

// Faults seen in other tools. The numbers are those of the conventions' list; those missing here belong to the page.

const sample = (rows: number, seed = 1): Rows => ({ ...predictions(rows, { seed }), sampleWeight: null });
const precision = thresholdMetric('precision').of;
const recall = thresholdMetric('recall').of;

function found(choice: Choice): FoundThreshold {
  if (choice.kind === 'none') throw new Error(`None: ${choice.reason}`);
  return choice;
}

describe('fault 1: a table decides by > and the matrix by >=', () => {
  it('row by row and counted, a score on the threshold falls on the same side', () => {
    const rows = rowsOf([1, 0, 1, 0, 1, 0], [0.1, 0.3, 0.5, 0.5, 0.7, 0.9]);
    for (const rule of ['>=', '>'] as const) {
      for (const threshold of rows.yScore) {
        const flagged = [...rows.yTrue.keys()].filter((row) => isFlagged(rows.yScore[row], threshold, rule));
        const { tp, fp } = confusionAt(indexOf(rows), threshold, rule);
        expect([tp, fp]).toEqual([1, 0].map((y) => flagged.filter((row) => rows.yTrue[row] === y).length));
      }
    }
    expect(confusionAt(indexOf(rows), 0.5, '>=')).not.toEqual(confusionAt(indexOf(rows), 0.5, '>'));
  });
});

describe('fault 2: metrics kept under int(threshold · 100)', () => {
  it('0.29, 0.57 and 0.58 have their own numbers, and so has every hundredth', () => {
    const hundredths = Array.from({ length: 101 }, (_, i) => i / 100);
    const rows = rowsOf(
      hundredths.map((_, i) => i % 2),
      hundredths,
    );
    for (const threshold of hundredths) {
      expect(confusionAt(indexOf(rows), threshold, '>=')).toEqual(countConfusion(rows, threshold, '>='));
    }
    for (const threshold of [0.29, 0.57, 0.58]) {
      expect(Math.trunc(threshold * 100) / 100).not.toBe(threshold);
      expect(confusionAt(indexOf(rows), threshold, '>=')).not.toEqual(
        confusionAt(indexOf(rows), Math.trunc(threshold * 100) / 100, '>='),
      );
    }
  });
});

describe('fault 3: the marker snaps to the nearest drawn vertex', () => {
  it('a point between the drawn cuts has its own counts', () => {
    const rows = sample(30_000);
    const { index, drawnCuts } = buildEvaluation('all', indexOf(rows), 30_000);
    const drawn = new Set(drawnCuts.thresholds);
    const between = [...rows.yScore].filter((score) => !drawn.has(score)).slice(0, 200);
    expect(between).toHaveLength(200);
    for (const threshold of between) {
      const { confusion } = operatingPointAt(index, threshold, '>=');
      expect(confusion).toEqual(countConfusion(rows, threshold, '>='));
    }
  });
});

describe('fault 4: percentile → threshold → percentile does not return', () => {
  it('flagging the share that k rows make flags those k rows', () => {
    const rows = sample(997);
    const sorted = [...rows.yScore].sort((a, b) => b - a);
    for (let k = 0; k <= 997; k++) {
      const choice = found(bestThreshold(indexOf(rows), '>=', { kind: 'flagTop', share: k / 997 }));
      expect(choice.confusion.tp + choice.confusion.fp).toBe(k);
      expect(choice.threshold).toBe(k === 0 ? Infinity : sorted[k - 1]);
      expect(choice.value).toBe(k / 997);
    }
  });

  it('57 % of a hundred rows is 57 rows, though 0.57 · 100 is 56.99999999999999', () => {
    expect(0.57 * 100).toBeLessThan(57);
    const { confusion } = found(bestThreshold(indexOf(sample(100)), '>=', { kind: 'flagTop', share: 0.57 }));
    expect(confusion.tp + confusion.fp).toBe(57);
  });

  it('the top 20 % over a run of ties flags no more than 20 %, and says so', () => {
    const rows = rowsOf([1, 0, 1, 0, 0, 1, 0, 0, 1, 0], [0.9, 0.5, 0.5, 0.5, 0.5, 0.4, 0.3, 0.2, 0.1, 0]);
    const choice = found(bestThreshold(indexOf(rows), '>=', { kind: 'flagTop', share: 0.2 }));
    expect(choice.value).toBe(0.1);
    expect(choice.tiedAtCut).toEqual({ rows: 4, wanted: 2, flagged: 1, withThem: 5 });
  });
});

describe('fault 5: the search for thresholds of groups depends on their order, and gives 0 to one without positives', () => {
  const women = rowsOf([1, 0, 1, 0, 0, 1, 0], [0.9, 0.8, 0.7, 0.4, 0.3, 0.2, 0.1]);
  const men = rowsOf([0, 1, 0, 1, 0, 0], [0.9, 0.85, 0.6, 0.5, 0.3, 0.1]);
  const negatives = rowsOf([0, 0, 0], [0.6, 0.55, 0.1]);
  const groups = [women, men, negatives].map((rows, at) => ({ key: `${at}`, index: indexOf(rows) }));
  const objective = { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 2, tn: 0 } } as const;

  it.each(POLICY_STRATEGIES)('%s: the same thresholds whatever comes first', (strategy) => {
    const [a, b, c] = groups;
    const orders = [
      [a, b, c],
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ];
    const [first, ...others] = orders.map((order) => {
      const policy = groupPolicy(policyField(order, '>=', objective), strategy, 0.1);
      if (policy.kind === 'none') throw new Error(policy.reason);
      return Object.fromEntries(policy.thresholds.map(({ key, threshold }) => [key, threshold]));
    });
    for (const other of others) expect(other).toEqual(first);
  });

  it('the group without positives keeps the threshold of all where recalls are compared, and is named', () => {
    const field = policyField(groups, '>=', objective);
    const policy = groupPolicy(field, 'equalTruePositiveRates', 0.1);
    if (policy.kind === 'none') throw new Error(policy.reason);
    expect(policy.thresholds[2]).toMatchObject({ threshold: field.shared, leftOut: 'noPositives' });
    expect(field.shared).not.toBe(0);
  });
});

describe('fault 6: a precision–recall table prints the score of the row after the cut', () => {
  it('deciding at a vertex’s threshold gives that vertex’s precision and recall', () => {
    const rows = sample(300);
    const curve = precisionRecallCurve(buildCuts(indexOf(rows)));
    curve.thresholds.forEach((threshold, k) => {
      const confusion = countConfusion(rows, threshold, '>=');
      expect(precision(confusion, threshold)).toBe(curve.precision[k]);
      expect(recall(confusion, threshold)).toBe(curve.recall[k]);
    });
  });
});

describe('fault 7: precision forced to 1 at threshold 1, recall to 1 at threshold 0', () => {
  it('precision at 1 is that of the rows there, or undefined without any', () => {
    const wrongAtOne = indexOf(rowsOf([0, 1, 1], [1, 0.4, 0]));
    expect(precision(confusionAt(wrongAtOne, 1, '>='), 1)).toBe(0);
    expect(precision(confusionAt(wrongAtOne, 1, '>'), 1)).toBeNaN();
    expect(precision(confusionAt(indexOf(rowsOf([0, 1], [0.3, 0.4])), 1, '>='), 1)).toBeNaN();
  });

  it('recall at 0 is what is flagged there: a score of 0 is not under >, a negative one never', () => {
    expect(recall(confusionAt(indexOf(rowsOf([1, 1], [0, 0.5])), 0, '>'), 0)).toBe(0.5);
    expect(recall(confusionAt(indexOf(rowsOf([1, 1], [-0.1, 0.5])), 0, '>='), 0)).toBe(0.5);
  });

  it('no curve has a vertex without a threshold', () => {
    const { recall: recalls, precision: precisions } = precisionRecallSteps(
      precisionRecallCurve(buildCuts(indexOf(rowsOf([0, 1], [0.9, 0.5])))),
    );
    expect([recalls[0], precisions[0]]).toEqual([0, 0]);
  });
});

describe('fault 8: a constraint that cannot be met still returns an optimum', () => {
  it('the answer is none, with the reason and no threshold', () => {
    const choice = bestThreshold(indexOf(rowsOf([0, 1, 0], [0.9, 0.5, 0.1])), '>=', {
      kind: 'recallWithPrecision',
      minPrecision: 0.9,
    });
    expect(choice).toEqual({ kind: 'none', reason: 'precisionUnreachable', nearest: 0.5 });
    expect(choice).not.toHaveProperty('threshold');
  });
});

describe('fault 9: the optimum shown is not that of the curve beside it', () => {
  it.each(['f1', 'youdenJ', 'matthewsCorrcoef', 'accuracy'] as const)('no vertex of the %s curve is better', (id) => {
    const index = indexOf(sample(3000));
    for (const rule of ['>=', '>'] as const) {
      const choice = found(bestThreshold(index, rule, { kind: 'metric', id }));
      const { thresholds, values } = thresholdSweep(buildCuts(index), thresholdMetric(id), rule);
      const highest = Math.max(...values.filter((value) => !Number.isNaN(value)));
      expect(choice.value).toBe(highest);
      expect([...thresholds].filter((_, i) => values[i] === highest)).toContain(choice.threshold);
    }
  });
});

describe('fault 10: sampled thresholds miss the true optimum', () => {
  it('finds it where no hundredth lies', () => {
    // Every score falls between two hundredths, and flagging down to 0.501 alone is right.
    const rows = rowsOf([1, 1, 1, 0, 0, 0], [0.506, 0.503, 0.501, 0.5009, 0.5006, 0.5003]);
    const choice = found(bestThreshold(indexOf(rows), '>=', { kind: 'metric', id: 'accuracy' }));
    expect([choice.threshold, choice.value]).toEqual([0.501, 1]);
    const onGrid = Array.from({ length: 101 }, (_, i) => countConfusion(rows, i / 100, '>='));
    expect(Math.max(...onGrid.map(({ tp, tn }) => (tp + tn) / 6))).toBe(0.5);
  });

  it('finds it though drawing leaves cuts out', () => {
    const index = indexOf(sample(60_000, 4));
    const drawn = buildDrawnCuts(index);
    const choice = found(bestThreshold(index, '>=', { kind: 'metric', id: 'f1' }));
    const values = [...drawn.tps].map((tp, k) => (2 * tp) / (tp + drawn.fps[k] + drawn.positives));
    expect(choice.value).toBeGreaterThanOrEqual(Math.max(...values));
  });
});

describe('fault 11: the same file gives different thresholds on two runs', () => {
  it('twice, and in any order of the rows, everything is the same', () => {
    const rows = sample(5000);
    const backwards = {
      yTrue: rows.yTrue.slice().reverse(),
      yScore: rows.yScore.slice().reverse(),
      sampleWeight: null,
    };
    const evaluations = [rows, rows, backwards].map((some) => buildEvaluation('all', indexOf(some), 5000));
    expect(evaluations[1]).toEqual(evaluations[0]);
    expect(evaluations[2]).toEqual(evaluations[0]);
    for (const id of ['f1', 'youdenJ', 'accuracy'] as const) {
      const [first, ...others] = evaluations.map(({ index }) => bestThreshold(index, '>=', { kind: 'metric', id }));
      for (const other of others) expect(other).toEqual(first);
    }
  });
});

describe('fault 12: 0.1 + 0.2 against a typed 0.3, float32 beside float64', () => {
  it('says that a row sits within a billionth of the threshold, and on which side it fell', () => {
    const index = indexOf(rowsOf([1, 0], [0.1 + 0.2, 0.8]));
    expect(confusionAt(index, 0.3, '>=')).toMatchObject({ tp: 1 });
    expect(neighboursAt(index, 0.3)).toMatchObject({ at: 0, above: 0.30000000000000004, closeAbove: 1, closeBelow: 0 });
    const under = indexOf(rowsOf([1, 0], [0.29999999999999993, 0.8]));
    expect(confusionAt(under, 0.3, '>=')).toMatchObject({ fn: 1 });
    expect(neighboursAt(under, 0.3)).toMatchObject({ at: 0, below: 0.29999999999999993, closeBelow: 1, closeAbove: 0 });
  });

  it('the float32 nearest to 0.3 is farther than a billionth, and is told apart', () => {
    const index = indexOf(rowsOf([1], [Math.fround(0.3)]));
    expect(neighboursAt(index, 0.3)).toMatchObject({ at: 0, above: 0.30000001192092896, closeAbove: 0 });
  });
});

describe('fault 13: the score of a "label, score" file is the confidence of the predicted label', () => {
  /** A negative that is 95 % sure is 5 % likely to be positive. */
  const answers = [
    ['NEGATIVE', 0.95, 'NEGATIVE'],
    ['POSITIVE', 0.9, 'POSITIVE'],
    ['NEGATIVE', 0.6, 'POSITIVE'],
    ['POSITIVE', 0.55, 'NEGATIVE'],
  ] as const;
  const rows = inTurn(answers, 40);
  const label = rows.map(([predicted]) => predicted);
  const score = rows.map(([, confidence]) => confidence);

  it('is turned where the truth stands beside it', () => {
    const truth = rows.map(([, , actual]) => actual);
    const prepared = preparedOf(tableOf({ label, score, truth }));
    expect(prepared.interpretation).toMatchObject({
      label: 'truth',
      scoreReading: { kind: 'predictedLabel', column: 'label' },
    });
    const { index } = prepared.evaluations[0];
    expect([...new Set([...index.positives.scores, ...index.negatives.scores])].sort()).toEqual([
      0.050000000000000044, 0.4, 0.55, 0.9,
    ]);
    // None of the ten that are 95 % sure to be negative is flagged.
    expect(confusionAt(index, 0.5, '>=')).toEqual({ tp: 10, fp: 10, fn: 10, tn: 10 });
    expect(findingsOf(prepared, 'readAsConfidence')).toHaveLength(1);
  });

  it('is pointed out, with what is missing, where the truth is not there', () => {
    const prepared = preparedOf(tableOf({ label, score }));
    expect(findingsOf(prepared, 'onlyPredictedLabel')).toMatchObject([
      { severity: 'warning', values: { column: 'score', label: 'label' } },
    ]);
  });
});

describe('fault 14: rows passed through a spreadsheet', () => {
  it('decimal commas and a byte-order mark change nothing', async () => {
    const plain = await openWhole('id,y_true,y_prob\na1,0,0.25\na2,1,0.75\na3,1,0.5\n');
    const mangled = await openWhole('\ufeffid;y_true;y_prob\r\na1;0;0,25\r\na2;1;0,75\r\na3;1;0,5\r\n');
    expect(mangled.summary.columns.map(({ name }) => name)).toEqual(['id', 'y_true', 'y_prob']);
    expect(mangled.page.rows.map(({ score }) => score)).toEqual(plain.page.rows.map(({ score }) => score));
    expect(mangled.prepared.evaluations[0].scoreMetrics).toEqual(plain.prepared.evaluations[0].scoreMetrics);
  });

  it('ids in scientific notation are pointed out, and their rows stay', async () => {
    const lines = Array.from({ length: 30 }, (_, row) => `1.2345${row % 3}E+15,${row % 2},${(row + 1) / 40}`);
    const { prepared } = await openWhole(`customer_id,y_true,y_prob\n${lines.join('\n')}\n`);
    expect(prepared.accounting.kept).toBe(30);
    expect(findingsOf(prepared, 'shortenedIds')).toMatchObject([
      { severity: 'warning', values: { column: 'customer_id', count: 30, example: '1.23450E+15' } },
    ]);
  });

  it('whole ids, even long ones, are left in peace', async () => {
    const lines = Array.from({ length: 30 }, (_, row) => `${1234567890123 + 7 * row},${row % 2},${(row + 1) / 40}`);
    const { prepared } = await openWhole(`customer_id,y_true,y_prob\n${lines.join('\n')}\n`);
    expect(findingsOf(prepared, 'shortenedIds')).toEqual([]);
  });
});
