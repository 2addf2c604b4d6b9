import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCuts } from '../../../src/core/curves/cuts.ts';
import { ksCurves } from '../../../src/core/curves/ks.ts';
import { rankingMetrics } from '../../../src/core/metrics/ranking.ts';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import { goldenFiles, goldenRows, numberOf } from '../../golden/readGolden.ts';
import { arbitraryRows, rule } from '../arbitraryRows.ts';
import { isClose } from '../close.ts';
import { countConfusion, indexOf, rowsOf } from '../rows.ts';

it('climbs from 0 to 1 by the share of each class at every score', () => {
  const cuts = buildCuts(indexOf(rowsOf([0, 1, 0, 1], [0.1, 0.4, 0.4, 0.9])));
  const { positives, negatives } = ksCurves(cuts, '>');
  expect([...positives.thresholds]).toEqual([0.1, 0.4, 0.4, 0.9, 0.9]);
  expect([...positives.values]).toEqual([0, 0, 0.5, 0.5, 1]);
  expect([...negatives.values]).toEqual([0.5, 0.5, 1, 1, 1]);
});

it('is the share of each class that is not flagged', () => {
  fc.assert(
    fc.property(arbitraryRows({ minLength: 1 }), rule, (rows, decisionRule) => {
      const cuts = buildCuts(indexOf(rows));
      fc.pre(cuts.positives > 0 && cuts.negatives > 0);
      const { positives, negatives } = ksCurves(cuts, decisionRule);
      for (const score of new Set(positives.thresholds)) {
        const { tp, fp, fn, tn } = countConfusion(rows, score, decisionRule);
        const at =
          decisionRule === '>=' ? positives.thresholds.indexOf(score) : positives.thresholds.lastIndexOf(score);
        expect(isClose(positives.values[at], fn / (tp + fn))).toBe(true);
        expect(isClose(negatives.values[at], tn / (fp + tn))).toBe(true);
      }
    }),
  );
});

describe('the widest gap', () => {
  const cases = goldenFiles().flatMap((file) =>
    file.cases.map((one) => ({ name: `${file.name}: ${one.name}`, file: file.name, one })),
  );

  it.each(cases)('is where the oracle has it in $name', ({ file, one }) => {
    const rows = goldenRows(file, one);
    const { ksStatistic, ksThreshold } = rankingMetrics(indexOf(rows));
    const [highest] = one.ranking.ks_thresholds;
    if (rows.yTrue.includes(0) && rows.yTrue.includes(1)) expect(ksThreshold).toBe(numberOf(highest));
    else expect([ksStatistic, ksThreshold]).toEqual([NaN, NaN]);
  });

  it('is as wide there as the statistic says, and no wider at a higher cut', () => {
    fc.assert(
      fc.property(arbitraryRows({ minLength: 1 }), (rows) => {
        const index = indexOf(rows);
        const { ksStatistic, ksThreshold } = rankingMetrics(index);
        fc.pre(!Number.isNaN(ksStatistic));
        const gapAt = (threshold: number) => {
          const { tp, fp, fn, tn } = confusionAt(index, threshold, '>=');
          return Math.abs(tp / (tp + fn) - fp / (fp + tn));
        };
        expect(isClose(gapAt(ksThreshold), ksStatistic)).toBe(true);
        for (const score of rows.yScore) {
          if (score > ksThreshold) expect(gapAt(score)).toBeLessThan(ksStatistic * (1 - 1e-12));
        }
      }),
    );
  });

  it('is at no score where all are alike', () => {
    expect(rankingMetrics(indexOf(rowsOf([1, 0], [0.5, 0.5]))).ksThreshold).toBe(Infinity);
  });
});
