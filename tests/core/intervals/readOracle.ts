import { readFileSync } from 'node:fs';

interface AucCase {
  readonly auc: number;
  readonly delong_variance: number;
  readonly delong_ci95_low: number;
  readonly delong_ci95_high: number;
}

/** What pROC and numpy give; where from is in the README of the folder. */
export const oracle = JSON.parse(readFileSync('tests/golden/intervals/oracle.json', 'utf8')) as {
  readonly auc: readonly (AucCase & {
    readonly model: string;
    readonly split: string;
    readonly by_sex: Readonly<Record<string, AucCase>>;
  })[];
  readonly paired: readonly {
    readonly split: string;
    readonly first: string;
    readonly second: string;
    readonly difference: number;
    readonly ci95_low: number;
    readonly ci95_high: number;
  }[];
  readonly quantiles: {
    readonly cases: readonly { readonly values: number[]; readonly shares: number[]; readonly quantiles: number[] }[];
  };
};
