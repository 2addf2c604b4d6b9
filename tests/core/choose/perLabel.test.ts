import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestThreshold } from '../../../src/core/choose/bestThreshold.ts';
import { tuneLabels } from '../../../src/core/choose/perLabel.ts';
import { labelIndex, pooledIndex } from '../../../src/core/classes/labelScores.ts';
import { decideLabels } from '../../../src/core/classes/multilabel.ts';
import { averagesOf } from '../../../src/core/metrics/averaging.ts';
import { goldenLabels, labelScoresOf, labelTables } from '../classes/labelTables.ts';
import { isClose } from '../close.ts';

interface Oracle {
  readonly multilabel: readonly { readonly labels: readonly string[] }[];
  readonly max_f1_on_validation: Readonly<Record<string, { value: number; thresholds: readonly number[] }>>;
  readonly tuned_thresholds: Readonly<Record<string, number>>;
}

const ORACLE = JSON.parse(readFileSync('tests/golden/multilabel.json', 'utf8')) as Oracle;
const LABELS = ORACLE.multilabel[0].labels;

it('every label is tuned to the threshold of highest F1 on validation', () => {
  const found = tuneLabels(goldenLabels('validation', LABELS), '>=', { kind: 'metric', id: 'f1' }, 'each');
  found.forEach((each, place) => {
    const { value, thresholds } = ORACLE.max_f1_on_validation[LABELS[place]];
    if (each.kind === 'none') throw new Error(`Nothing for ${LABELS[place]}.`);
    expect(isClose(each.value, value), `F1 of ${LABELS[place]}: ${each.value} instead of ${value}`).toBe(true);
    expect(thresholds).toContain(each.threshold);
  });
  expect(found.map((each) => (each.kind === 'found' ? each.threshold : null))).toEqual(
    LABELS.map((label) => ORACLE.tuned_thresholds[label]),
  );
});

describe('any table', () => {
  it('has a common threshold whose micro F1 no other common threshold exceeds', () => {
    fc.assert(
      fc.property(labelTables, (table) => {
        const scores = labelScoresOf(table);
        const [common] = tuneLabels(scores, table.rule, { kind: 'metric', id: 'f1' }, 'together');
        const microAt = (threshold: number) =>
          averagesOf(
            decideLabels(
              scores,
              table.truth.map(() => threshold),
              table.rule,
            ).confusions,
          ).micro.f1.value;
        const cuts = [-1, 0, 0.25, 0.5, 0.75, 1, 2].map(microAt).filter((value) => !Number.isNaN(value));
        if (common.kind === 'none') expect(cuts).toEqual([]);
        else {
          expect(microAt(common.threshold)).toBeCloseTo(Math.max(...cuts), 12);
          expect(common.value).toBeCloseTo(Math.max(...cuts), 12);
        }
      }),
    );
  });

  it('has for every label just the threshold that the label has alone', () => {
    fc.assert(
      fc.property(labelTables, (table) => {
        const scores = labelScoresOf(table);
        const objective = { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 3, tn: 0 } } as const;
        const found = tuneLabels(scores, table.rule, objective, 'each');
        found.forEach((each, place) => {
          expect(each).toMatchObject(
            ((choice) => (choice.kind === 'none' ? choice : { threshold: choice.threshold, value: choice.value }))(
              bestThreshold(labelIndex(scores, place), table.rule, objective),
            ),
          );
        });
        const pooled = pooledIndex(scores);
        const known = table.score.flat().filter((cell) => !Number.isNaN(cell)).length;
        if (table.weight === null) {
          expect(pooled.positives.scores.length + pooled.negatives.scores.length).toBe(known);
        }
      }),
    );
  });
});
