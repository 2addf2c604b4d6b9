import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bestThreshold } from '../../../src/core/choose/bestThreshold.ts';
import type { Objective } from '../../../src/core/choose/objective.ts';
import type { Confusion } from '../../../src/core/scores/confusion.ts';
import { goldenRows } from '../../golden/readGolden.ts';
import { countConfusion, distinctScores, indexOf } from '../rows.ts';

type Cutpoint = Confusion & { readonly threshold: number };
const cases = Object.entries(
  JSON.parse(readFileSync('tests/golden/proc.json', 'utf8')) as Record<string, Record<string, Cutpoint[]>>,
);

const OBJECTIVES: Readonly<Record<string, Objective>> = {
  youden: { kind: 'metric', id: 'youdenJ' },
  'closest.topleft': { kind: 'closestCorner' },
  costs: { kind: 'cost', payoff: { tp: 0, fp: 1, fn: 5, tn: 0 } },
};

describe.each(cases)('pROC on %s', (name, answers) => {
  const [score, split] = name.split(' ');
  const rows = goldenRows('german_credit', { name, where: { split }, label: 'class', positive: 'bad', score } as never);

  it.each(Object.entries(OBJECTIVES))(
    '%s: the same counts, and its cutpoint midway to the next score',
    (id, objective) => {
      const choice = bestThreshold(indexOf(rows), '>=', objective);
      if (choice.kind === 'none') throw new Error(choice.reason);
      const scores = distinctScores(rows);
      // pROC cuts midway to the next lower score, where new rows may fall on either side; here a threshold is always one of the scores, the
      // highest that decides these rows alike. Both give the same counts.
      const expected = answers[id];
      expect(choice.ties).toHaveLength(expected.length);
      expected.forEach(({ threshold, ...counts }, i) => {
        const own = choice.ties[i];
        const next = scores[scores.indexOf(own) + 1];
        expect(Math.abs((own + next) / 2 - threshold)).toBeLessThan(1e-15);
        for (const cut of [own, threshold]) expect(countConfusion(rows, cut, '>=')).toEqual(counts);
      });
    },
  );
});
