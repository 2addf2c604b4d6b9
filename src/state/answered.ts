import type { OpenDataset } from '../io/io.ts';

/** What the worker said of a file read in one way. */
export interface Measured<T> {
  readonly dataset: OpenDataset;
  readonly reading: string;
  readonly value: T;
}

export interface Decided<T> extends Measured<T> {
  readonly decision: string;
}

/** An answer of the worker, and the question it belongs to. */
export interface Answered<T> {
  readonly dataset: OpenDataset;
  readonly key: string;
  readonly value: T;
}
