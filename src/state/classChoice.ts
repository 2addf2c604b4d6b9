import type { ClassFallback } from '../core/classes/decide.ts';

/** What one kind of mistake costs, where it is not the usual price. */
export interface MistakePrice {
  readonly actual: string;
  readonly predicted: string;
  readonly cost: number;
}

/** How the scores of several classes become one class; the thresholds stand with those of the binary view. */
export interface ClassChoice {
  readonly kind: 'argmax' | 'thresholds' | 'cost';
  /** Where no class reaches its threshold. */
  readonly fallback: ClassFallback;
  /** Every other mistake costs `USUAL_PRICE`, a right decision nothing. */
  readonly costs: readonly MistakePrice[];
}

export const DEFAULT_CLASS_CHOICE: ClassChoice = { kind: 'argmax', fallback: 'other', costs: [] };
export const USUAL_PRICE = 1;

/** What it costs to take a row of one class for another. */
export function priceOf({ costs }: ClassChoice, actual: string, predicted: string): number {
  const named = costs.find((price) => price.actual === actual && price.predicted === predicted);
  return named?.cost ?? (actual === predicted ? 0 : USUAL_PRICE);
}

/** The choice with one price changed; a price as usual needs no entry. */
export function withPrice(choice: ClassChoice, { actual, predicted, cost }: MistakePrice): ClassChoice {
  const others = choice.costs.filter((price) => price.actual !== actual || price.predicted !== predicted);
  const isUsual = cost === (actual === predicted ? 0 : USUAL_PRICE);
  return { ...choice, costs: isUsual ? others : [...others, { actual, predicted, cost }] };
}

/** In which order the classes are listed: as in the file, by name, by size, or the worst by a measure first. */
export const CLASS_ORDERS = [
  'file',
  'name',
  'support',
  'precision',
  'recall',
  'f1',
  'rocAuc',
  'averagePrecision',
  'threshold',
] as const;
export type ClassOrder = (typeof CLASS_ORDERS)[number];
