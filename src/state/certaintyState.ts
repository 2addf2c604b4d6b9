import type { Estimates, Question } from '../core/choose/estimate.ts';
import type { OpenDataset } from '../io/io.ts';
import type { TriedThresholds } from '../io/session.ts';
import type { Answered } from './answered.ts';

/** An answer about how sure numbers are, and what it is an answer to: while a newer one is on its way, that is no longer what is asked. */
export interface Estimated<K extends keyof Estimates> extends Answered<Estimates[K]> {
  readonly split: string;
  readonly question: Extract<Question, { readonly kind: K }>;
}

export interface CertaintySlice {
  /** The last answer to each kind of question; it stays on screen until the next one is there. */
  readonly estimates: { readonly [K in keyof Estimates]?: Estimated<K> };
  /** Whether bands are drawn around the curves. */
  readonly hasBands: boolean;
  /** The thresholds that stood long enough to be looked at, by the split in view, the class looked for, the model and the rule. */
  readonly tried: { readonly dataset: OpenDataset; readonly looks: readonly TriedThresholds[] } | null;
  /** Has a question about a split answered, unless that is done; a newer one of its kind takes its place. */
  estimate(split: string, question: Question): Promise<void>;
  setBands(hasBands: boolean): void;
  /** Notes that the present threshold was looked at on the split in view. */
  noteTried(): void;
}
