import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../../src/core/intervals/proportion.ts';
import { thresholdMetric } from '../../../src/core/metrics/catalog.ts';
import type { ThresholdMetricId } from '../../../src/core/metrics/metric.ts';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import type { MeasuredGroups } from '../../../src/core/slices/measureGroups.ts';
import type { DatasetSummary } from '../../../src/io/io.ts';
import { createDatasetSession } from '../../../src/io/worker/datasetSession.ts';
import { fileOf, never } from '../../io/read/reading.ts';

type Rates = Readonly<Record<keyof typeof RATES, number | null>>;
interface GoldenGroup extends Rates {
  readonly n: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
  readonly wilson: Readonly<Record<'selection_rate' | 'tpr', readonly [number, number] | null>>;
}
interface Golden {
  readonly positive: string;
  readonly cases: readonly {
    readonly name: string;
    readonly split: string;
    readonly score: string;
    readonly groups: Readonly<
      Record<string, readonly { readonly threshold: number; readonly groups: Readonly<Record<string, GoldenGroup>> }[]>
    >;
  }[];
}

const RATES = {
  selection_rate: 'selectionRate',
  accuracy: 'accuracy',
  precision: 'precision',
  tpr: 'recall',
  fnr: 'fnr',
  fpr: 'fpr',
  tnr: 'specificity',
  npv: 'npv',
  f1: 'f1',
} as const satisfies Record<string, ThresholdMetricId>;

const golden = JSON.parse(readFileSync('tests/golden/groups.json', 'utf8')) as Golden;
const csv = readFileSync('tests/golden/german_credit.csv', 'utf8');

async function measured(score: string, split: string, columns: readonly string[]): Promise<MeasuredGroups> {
  const session = createDatasetSession();
  const { inferred } = (await session(never, { kind: 'open', files: [fileOf(csv)] }, () => {})) as DatasetSummary;
  expect(inferred).toMatchObject({ label: 'class', positiveLabel: golden.positive, split: 'split' });
  const grouping = { by: columns.map((column) => ({ column, edges: null })) };
  const ask = { kind: 'groups', interpretation: { ...inferred, score }, split, grouping } as const;
  return (await session(never, ask, () => {})) as MeasuredGroups;
}

const expectRate = (actual: number, expected: number | null) => {
  if (expected === null) expect(actual).toBeNaN();
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9);
};

describe.each(golden.cases)('groups of $name', ({ score, split, groups }) => {
  it.each(Object.entries(groups))('by %s are those of scikit-learn', async (columns, tables) => {
    const { groups: found, others } = await measured(score, split, columns.split(' x '));
    expect(others).toBeNull();
    for (const { threshold, groups: expected } of tables) {
      const names = found.map(({ values }) =>
        values.map((value) => (value.kind === 'value' ? value.text : value.kind)).join(' & '),
      );
      expect(names).toEqual(Object.keys(expected).sort());
      for (const [at, { index, rows }] of found.entries()) {
        const { n, tp, fp, fn, tn, wilson, ...rates } = expected[names[at]];
        const confusion = confusionAt(index, threshold, '>=');
        expect({ n: rows, ...confusion }).toEqual({ n, tp, fp, fn, tn });
        for (const [name, id] of Object.entries(RATES)) {
          const metric = thresholdMetric(id);
          const value = metric.of(confusion, threshold);
          // scikit-learn has 0 for an F1 of nothing over nothing.
          const isNothing = id === 'f1' && tp + fp + fn === 0;
          expectRate(value, isNothing ? null : rates[name as keyof Rates]);
          expect(metric.undefinedReason(confusion, threshold) === null).toBe(!Number.isNaN(value));
        }
        for (const name of ['selection_rate', 'tpr'] as const) {
          const { successes, trials } = thresholdMetric(RATES[name]).proportion?.(confusion) ?? expect.fail(name);
          const { low, high } = wilsonInterval(successes, trials);
          const [expectedLow, expectedHigh] = wilson[name] ?? [null, null];
          expectRate(low, expectedLow);
          expectRate(high, expectedHigh);
        }
      }
    }
  });
});

it('age band × sex has three rates that are undefined, and foreign workers who are none are few', () => {
  const undefinedRates = golden.cases.flatMap(({ name, groups }) =>
    groups['age_band x sex'].flatMap(({ groups: each }) =>
      Object.entries(each).flatMap(([group, rates]) =>
        Object.keys(RATES)
          .filter((rate) => rates[rate as keyof Rates] === null && group)
          .map((rate) => `${name}: ${rate}`),
      ),
    ),
  );
  expect(undefinedRates).toEqual(['p_logreg validation: precision', 'p_logreg test: npv', 'p_gboost test: npv']);
  const few = golden.cases.map(({ split, groups }) => [split, groups.foreign_worker[0].groups.no.n]);
  expect(new Map(few as [string, number][])).toEqual(
    new Map([
      ['validation', 8],
      ['test', 13],
    ]),
  );
});
