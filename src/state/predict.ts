import type { ReplyMapping } from '../core/predict/readReply.ts';
import type { Prepared } from '../core/prepare/prepared.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import type { Evaluation } from '../core/scores/evaluation.ts';
import type { CallRecord } from '../io/export/predictions.ts';
import type { Asking, OpenDataset } from '../io/io.ts';
import type { Page } from '../io/page.ts';
import type { PredictApi } from '../io/predict/api.ts';
import type { BatchResult } from '../io/predict/batch.ts';
import type { Answer, CallOutcome, Failure } from '../io/predict/callEndpoint.ts';
import type { CallProblem, Endpoint } from '../io/predict/endpoint.ts';
import type { PreparedRequest, RequestItem, RequestTemplate } from '../io/predict/request.ts';

export type {
  Answer,
  BatchResult,
  CallOutcome,
  CallProblem,
  Failure,
  PredictApi,
  PreparedRequest,
  RequestItem,
  RequestTemplate,
};

/** An endpoint, or a version of one, that is asked beside the others. */
export interface PredictTarget extends Endpoint {
  readonly id: number;
  /** As its page's authors call it; '' where its address must do. */
  readonly name: string;
  /** The run or the model version; '' without one. */
  readonly version: string;
  /** How its replies are read. */
  readonly mapping: ReplyMapping;
}

/** What is asked, and how requests are put together. */
export interface PredictForm extends RequestTemplate {
  readonly text: string;
  readonly fields: RequestItem;
}

/** A call of this page to one of its endpoints. */
export interface MadeCall extends CallRecord {
  readonly id: number;
  readonly target: number;
}

/** Rows, or texts of a list, that are asked about one after another. */
export interface PredictBatch {
  /** What the rows are of: a file, or ''. */
  readonly of: string;
  readonly target: PredictTarget;
  readonly template: RequestTemplate;
  /** The rows as they are, under the names of their columns. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly items: readonly RequestItem[];
  /** By row; null where nothing is known yet. */
  readonly results: readonly (BatchResult | null)[];
  readonly isRunning: boolean;
  /** Why it stands still before its end; null where it does not. */
  readonly stopped: 'cancelled' | 'gaveUp' | null;
}

export interface PredictSlice {
  readonly predictApi: PredictApi | null;
  readonly targets: readonly PredictTarget[];
  readonly form: PredictForm;
  /** The versions that were asked for, the last one first. */
  readonly versionsUsed: readonly string[];
  /** The threshold for classes that the open data does not have. */
  readonly replyThreshold: { readonly threshold: number; readonly rule: DecisionRule };
  /** The targets that are being asked. */
  readonly asking: readonly number[];
  /** Calls, the last one last. */
  readonly madeCalls: readonly MadeCall[];
  /** Why a target was not asked. */
  readonly refusals: ReadonlyMap<number, CallProblem>;
  /** By class the open data read with it against the rest, and the reading it was measured beside. */
  readonly classPlaces: ReadonlyMap<string, { readonly of: Prepared; readonly evaluations: readonly Evaluation[] }>;
  readonly predictTools: PredictTools;
  setTarget(id: number, change: Partial<Omit<PredictTarget, 'id'>>): void;
  addTarget(): void;
  removeTarget(id: number): void;
  /** Asks nobody: recorded replies are shown. */
  showExample(of: 'mood' | 'topics'): void;
  setForm(change: Partial<PredictForm>): void;
  /** One field for each column of the open data but its label and scores, with the values of a row. */
  takeFields(row: number): Promise<void>;
  setReplyThreshold(threshold: number): void;
  /** Asks all targets at once. Whether it came to its end: false where it was cancelled. */
  ask(): Promise<boolean>;
  cancelAsking(): void;
  /** Has the worker measure the open data with one of its classes or labels against the rest, unless that is done. */
  measurePlace(label: string): Promise<void>;
  noteCalls(made: readonly Omit<MadeCall, 'id'>[]): void;
  forgetCalls(): void;
}

/** What comes with the screen. */
export type PredictActions = Omit<
  PredictSlice,
  | 'predictApi'
  | 'targets'
  | 'form'
  | 'versionsUsed'
  | 'replyThreshold'
  | 'asking'
  | 'madeCalls'
  | 'refusals'
  | 'classPlaces'
  | 'predictTools'
>;

export interface PredictBatchSlice {
  readonly batch: PredictBatch | null;
  /** Reads the first rows of the open data for a batch; fields are filled from columns of their names, the text from `column`. */
  askAboutRows(target: number, column: string, most: number): Promise<void>;
  /** One text a line, perhaps with its true label behind a tab. */
  askAboutList(target: number, text: string): Promise<void>;
  resumeBatch(): Promise<void>;
  /** What was answered stays. */
  cancelBatch(): void;
  dropBatch(): void;
  /** The rows with their answers, saved or opened to choose a threshold on. */
  saveAnswers(): Promise<void>;
  openAnswers(): Promise<void>;
  saveCalls(format: 'csv' | 'jsonl'): Promise<void>;
}

/** What is lent to Predict by the page, so that what the first view is made of stays in one piece. */
export interface PredictTools {
  readonly page: Page;
  readonly asking: Asking;
  /** Says what went wrong, unless it was only cancelled. */
  tell(error: unknown): void;
  /** The splits of the open data, read with one of its classes or labels against the rest. */
  measureAs(
    signal: AbortSignal,
    opened: { readonly dataset: OpenDataset; readonly prepared: Prepared },
    label: string,
  ): Promise<readonly Evaluation[]>;
  createLatest(): { start(name: string): AbortSignal; cancel(name: string): void };
}

/** The name under which the browser keeps the endpoints, without anything secret. */
export const PREDICT_MEMORY = 'predict';

/** Targets side by side; rows in a batch; calls that are remembered. */
export const MOST_TARGETS = 6;
export const MOST_ROWS = 100_000;
export const MOST_CALLS = 5000;
export const MOST_VERSIONS = 10;

/** Replies are read as the program takes them. */
export const AS_UNDERSTOOD: ReplyMapping = { group: null, scale: null, names: null };
