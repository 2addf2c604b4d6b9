import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bestThreshold } from '../../../src/core/choose/bestThreshold.ts';
import type { Objective } from '../../../src/core/choose/objective.ts';
import { indexOf, rowsOf } from '../rows.ts';

type Answers = Record<string, { readonly cutpoints: readonly number[]; readonly value: number }>;
const golden = (name: string) => readFileSync(new URL(`../../golden/${name}`, import.meta.url), 'utf8');
const cases = Object.entries(JSON.parse(golden('cutpointr.json')) as Record<string, Answers>);
const [header, ...lines] = golden('german_credit.csv')
  .trim()
  .split(/\r?\n/)
  .map((line) => line.split(','));

/** Left out is the smallest difference of sensitivity and specificity, which is no goal here. */
const OBJECTIVES: Readonly<Record<string, Objective>> = {
  youden: { kind: 'metric', id: 'youdenJ' },
  accuracy: { kind: 'metric', id: 'accuracy' },
  F1_score: { kind: 'metric', id: 'f1' },
  cohens_kappa: { kind: 'metric', id: 'cohenKappa' },
  roc01: { kind: 'closestCorner' },
  misclassification_cost: { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 5, tn: 0 } },
  sum_sens_spec: { kind: 'metric', id: 'youdenJ' },
  prod_sens_spec: { kind: 'metric', id: 'gMean' },
};

/** cutpointr gives the sum and the product of sensitivity and specificity: Youden's J plus 1, and the square of the geometric mean. */
const VALUES: Readonly<Record<string, (value: number) => number>> = {
  sum_sens_spec: (youden) => youden + 1,
  prod_sens_spec: (gMean) => gMean ** 2,
};

it('is asked for all that it answers but one', () => {
  for (const [, answers] of cases) {
    expect(Object.keys(answers).sort()).toEqual([...Object.keys(OBJECTIVES), 'abs_d_sens_spec'].sort());
  }
});

describe.each(cases)('cutpointr on %s', (name, answers) => {
  const [model, split] = name.split(' ');
  const kept = lines.filter((line) => line[header.indexOf('split')] === split);
  const index = indexOf(
    rowsOf(
      kept.map((line) => (line[header.indexOf('class')] === 'bad' ? 1 : 0)),
      kept.map((line) => Number(line[header.indexOf(model)])),
    ),
  );

  it.each(Object.entries(OBJECTIVES))('%s: the same thresholds and value', (metric, objective) => {
    const choice = bestThreshold(index, '>=', objective);
    if (choice.kind === 'none') throw new Error(choice.reason);
    expect([...choice.ties]).toEqual(answers[metric].cutpoints);
    expect((VALUES[metric] ?? Number)(choice.value)).toBeCloseTo(answers[metric].value, 12);
    // cutpointr would take the median of tied cutpoints, which need not be one of them; here it always is.
    expect(answers[metric].cutpoints).toContain(choice.threshold);
  });
});
