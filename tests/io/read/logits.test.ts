import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bestThreshold } from '../../../src/core/choose/bestThreshold.ts';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import { isClose } from '../../core/close.ts';
import { OPTIMUM_METRICS } from '../../core/goldenNames.ts';
import { numberOf, type Optimum } from '../../golden/readGolden.ts';
import { openWhole } from './reading.ts';

interface LogitCase {
  readonly positive: string;
  readonly probabilities_first_5: readonly number[];
  readonly ranking: Readonly<Record<string, number>>;
  readonly sweep: Readonly<Record<'threshold' | 'tp' | 'fp' | 'fn' | 'tn', readonly number[]>>;
  readonly optima: Readonly<Record<string, Optimum>>;
}

const oracle = JSON.parse(readFileSync('tests/golden/logits/oracle.json', 'utf8')) as Record<string, LogitCase>;

describe.each([
  ['one', { kind: 'sigmoid' }, 'readAsLogits'],
  ['two', { kind: 'softmax', column: 'logit_NEGATIVE' }, 'readAsTwoLogits'],
] as const)('%s logit(s)', (name, reading, code) => {
  const golden = oracle[name];
  const opened = openWhole(new Uint8Array(readFileSync(`tests/golden/logits/${name}.csv`)));

  it('is understood, said and offered back', async () => {
    const { summary, prepared } = await opened;
    expect(summary.question).toBeNull();
    expect(summary.inferred).toMatchObject({ positiveLabel: golden.positive, scoreReading: reading });
    const [finding] = prepared.findings.filter((each) => each.code === code);
    expect(finding.offers).toEqual([{ kind: 'asIs' }]);
  });

  it('gives the probabilities that scipy gives', async () => {
    const { prepared, page } = await opened;
    const first = page.rows.slice(0, 5).map(({ score }) => score);
    expect(first.map((score, i) => isClose(score, golden.probabilities_first_5[i]))).not.toContain(false);
    const { rocAuc, averagePrecision, brierScore, logLoss } = prepared.evaluations[0].scoreMetrics;
    const { roc_auc, average_precision, brier, log_loss } = golden.ranking;
    for (const [ours, theirs] of [
      [rocAuc, roc_auc],
      [averagePrecision, average_precision],
      [brierScore, brier],
      [logLoss, log_loss],
    ]) {
      expect(isClose(ours, theirs), `${ours} instead of ${theirs}`).toBe(true);
    }
  });

  it('counts the same at every threshold', async () => {
    const { index } = (await opened).prepared.evaluations[0];
    const { threshold, tp, fp, fn, tn } = golden.sweep;
    const ours = threshold.map((each) => confusionAt(index, each, '>='));
    expect(ours).toEqual(threshold.map((_, i) => ({ tp: tp[i], fp: fp[i], fn: fn[i], tn: tn[i] })));
  });

  it('finds the same best thresholds to 1e-12', async () => {
    const { index } = (await opened).prepared.evaluations[0];
    for (const [optimum, id] of Object.entries(OPTIMUM_METRICS)) {
      const { value, thresholds } = golden.optima[optimum];
      const choice = bestThreshold(index, '>=', { kind: 'metric', id });
      if (choice.kind === 'none') throw new Error(choice.reason);
      expect(isClose(choice.value, value), optimum).toBe(true);
      expect(choice.ties).toHaveLength(thresholds.length);
      expect([...choice.ties].map((tie, i) => isClose(tie, numberOf(thresholds[i])))).not.toContain(false);
    }
  });
});
