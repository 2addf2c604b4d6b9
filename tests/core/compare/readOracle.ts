import { readFileSync } from 'node:fs';

interface Paired {
  readonly split: string;
  readonly first: string;
  readonly second: string;
}

/** What R, scipy, scikit-learn and numpy give; where from is in the README of the folder. */
export const oracle = JSON.parse(readFileSync('tests/golden/compare/oracle.json', 'utf8')) as {
  readonly delong: readonly (Paired & {
    readonly difference: number;
    readonly z: number;
    readonly p_value: number;
    readonly ci95_low: number;
    readonly ci95_high: number;
  })[];
  readonly mcnemar: readonly (Paired & {
    readonly threshold: number;
    readonly only_first_right: number;
    readonly only_second_right: number;
    readonly statistic_continuity_corrected: number;
    readonly p_continuity_corrected: number;
    readonly p_exact: number;
  })[];
  readonly kappa: readonly {
    readonly split: string;
    readonly first_threshold: number;
    readonly second_threshold: number;
    readonly positives: readonly number[];
    readonly negatives: readonly number[];
    readonly kappa: number;
  }[];
  readonly binomial: readonly { readonly first: number; readonly second: number; readonly p: number }[];
  readonly tails: readonly { readonly z: number; readonly p: number }[];
  readonly drift: readonly {
    readonly first: readonly number[];
    readonly second: readonly number[];
    readonly ks: number;
    readonly edges: readonly number[];
    readonly psi: number;
  }[];
};
