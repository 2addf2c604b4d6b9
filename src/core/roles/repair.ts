import type { ScoreReading } from './scoreReading.ts';

/** What can be done about one column. */
export type ColumnRepairKind =
  /** The numbers of the column are percentages: each is divided by 100. */
  | 'divideBy100'
  /** The column is left out of tables, candidates and exports. */
  | 'ignoreColumn'
  /** Values that differ in capitals, blanks or number notation only are one value. */
  | 'mergeSpellings'
  /** A comma in the column's numbers is a decimal one, or one between thousands. */
  | 'decimalComma'
  | 'thousandsComma'
  /** Numbers below 0 become 0, those above 1 become 1. */
  | 'clipToUnit'
  /** The scores of the classes that this label has are logits: the softmax of each row. */
  | 'softmaxClasses';

/** A repair that an interpretation carries along as data: it is prepared with it, remembered, and undone by taking it off again. */
export interface ColumnRepair {
  readonly kind: ColumnRepairKind;
  readonly column: string;
}

/** A repair that gives a role or a meaning to something else; the interpretation's own fields say it. */
export type MeaningRepair =
  /** High scores mean this label. */
  | { readonly kind: 'scoreOtherLabel'; readonly label: string }
  /** This label is the positive one, and the one that high scores mean. */
  | { readonly kind: 'useOtherLabelAsPositive'; readonly label: string }
  | { readonly kind: 'useAsLabel' | 'useAsScore'; readonly column: string }
  | ScoreReading
  /** A logistic regression fitted on that split makes probabilities of the scores. */
  | { readonly kind: 'recalibrate'; readonly split: string }
  /** Whether weights say how many rows there are. */
  | { readonly kind: 'weightsAreCounts' | 'weightsAreNoCounts' };

/** Another reading of a file that mends what is odd about it. */
export type Repair = ColumnRepair | MeaningRepair;

const COLUMN_KINDS: Readonly<Record<ColumnRepairKind, true>> = {
  divideBy100: true,
  ignoreColumn: true,
  mergeSpellings: true,
  decimalComma: true,
  thousandsComma: true,
  clipToUnit: true,
  softmaxClasses: true,
};

export const isColumnRepairKind = (kind: string): kind is ColumnRepairKind => Object.hasOwn(COLUMN_KINDS, kind);

export const isColumnRepair = (repair: Repair): repair is ColumnRepair => isColumnRepairKind(repair.kind);

export function hasRepair(repairs: readonly ColumnRepair[], kind: ColumnRepairKind, column: string): boolean {
  return repairs.some((repair) => repair.kind === kind && repair.column === column);
}

/** The repairs without one of them. */
export function withoutRepair(repairs: readonly ColumnRepair[], { kind, column }: ColumnRepair): ColumnRepair[] {
  return repairs.filter((repair) => repair.kind !== kind || repair.column !== column);
}

const OPPOSITES: Readonly<Partial<Record<ColumnRepairKind, ColumnRepairKind>>> = {
  decimalComma: 'thousandsComma',
  thousandsComma: 'decimalComma',
};

/** The repairs with one more, which takes the place of what contradicts it. */
export function withRepair(repairs: readonly ColumnRepair[], repair: ColumnRepair): ColumnRepair[] {
  const { kind, column } = repair;
  const opposite = OPPOSITES[kind];
  const others = withoutRepair(repairs, repair);
  return [...(opposite === undefined ? others : withoutRepair(others, { kind: opposite, column })), repair];
}
