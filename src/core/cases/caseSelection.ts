import { type DecisionRule, isFlagged } from '../scores/confusion.ts';

/** Numbers between two ends, each of which belongs to them or not; an end may be infinite. */
export interface NumberRange {
  readonly low: number;
  readonly high: number;
  readonly isLowIn: boolean;
  readonly isHighIn: boolean;
}

/** Which way a row goes when another decision is put in place of the present one. */
export type FlipWay = 'intoFlagged' | 'outOfFlagged';

/** The decision that the present one is held against. */
export type OtherDecision =
  | { readonly kind: 'threshold'; readonly threshold: number; readonly rule: DecisionRule }
  /** Another model of the same file, by its name among `Models.names`, at a threshold that `at` chooses. */
  | { readonly kind: 'model'; readonly model: string; readonly at: ModelPairing; readonly threshold: number };

/**
 * How the threshold of the other model is chosen: `threshold` takes the one that is given, `recall` and `flags` the highest one that
 * reaches the recall, or the number of flagged rows, of the present decision.
 */
export type ModelPairing = 'threshold' | 'recall' | 'flags';

/** Something that must hold for a row. What is `flagged` follows the present threshold and rule. */
export type CaseCondition =
  | { readonly kind: 'split'; readonly split: string }
  | { readonly kind: 'label'; readonly isPositive: boolean }
  | { readonly kind: 'flagged'; readonly isFlagged: boolean }
  /** The score of the positive class, as it is decided on. */
  | { readonly kind: 'score'; readonly range: NumberRange }
  /** A cell of a column as text, as written in the file. */
  | { readonly kind: 'value'; readonly column: string; readonly value: string }
  /** A cell of a column as a number; one that spells none is in no range. */
  | { readonly kind: 'range'; readonly column: string; readonly range: NumberRange }
  | { readonly kind: 'missing'; readonly column: string }
  /** A cell that neither spells a number nor is missing. */
  | { readonly kind: 'noNumber'; readonly column: string }
  /** How many words a cell holds: stretches of characters without a space. A missing one holds none, and is in no range. */
  | { readonly kind: 'words'; readonly column: string; readonly range: NumberRange }
  /** The label was marked as wrong. */
  | { readonly kind: 'marked' }
  /** The row changes sides between the other decision and the present one; `way` null: either way. */
  | { readonly kind: 'flip'; readonly other: OtherDecision; readonly way: FlipWay | null };

/** Which rows are looked at: those for which every condition holds; all of them without any. Plain data, kept in the link. */
export type CaseSelection = readonly CaseCondition[];

/** What can be told from one cell of a row, whatever is decided. */
export type CellCondition = Extract<CaseCondition, { readonly column: string }>;

export type CaseConditionKind = CaseCondition['kind'];

/** Whether a number lies in a range; NaN lies in none. Doubles are compared exactly. O(1). */
export function isInRange(value: number, { low, high, isLowIn, isHighIn }: NumberRange): boolean {
  return isFlagged(value, low, isLowIn ? '>=' : '>') && !isFlagged(value, high, isHighIn ? '>' : '>=');
}

/** The rows of one cell of a confusion matrix. */
export function outcomeConditions(outcome: 'tp' | 'fp' | 'fn' | 'tn'): CaseSelection {
  return [
    { kind: 'label', isPositive: outcome === 'tp' || outcome === 'fn' },
    { kind: 'flagged', isFlagged: outcome === 'tp' || outcome === 'fp' },
  ];
}

/** The rows of that cell as one threshold makes it, whatever other thresholds groups have. */
export function outcomeConditionsAt(
  outcome: 'tp' | 'fp' | 'fn' | 'tn',
  threshold: number,
  rule: DecisionRule,
): CaseSelection {
  const [label, flagged] = outcomeConditions(outcome);
  const isUp = flagged.kind === 'flagged' && flagged.isFlagged;
  const range = {
    low: isUp ? threshold : Number.NEGATIVE_INFINITY,
    high: isUp ? Number.POSITIVE_INFINITY : threshold,
    isLowIn: !isUp || rule === '>=',
    isHighIn: isUp || rule === '>',
  };
  return [label, { kind: 'score', range }];
}

/** A selection with a condition more, which takes the place of one that speaks of the same thing. O(conditions). */
export function withCondition(selection: CaseSelection, condition: CaseCondition): CaseSelection {
  const subject = subjectOf(condition);
  return [...selection.filter((each) => subjectOf(each) !== subject), condition];
}

/** What a condition speaks of: two of the same would contradict or repeat each other. */
function subjectOf(condition: CaseCondition): string {
  return 'column' in condition ? `column ${condition.column}` : condition.kind;
}
