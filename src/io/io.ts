import type { Estimates, Question } from '../core/choose/estimate.ts';
import type { Objective } from '../core/choose/objective.ts';
import type { FoldChoice } from '../core/choose/outOfFold.ts';
import type { LabelThreshold, LabelTuning } from '../core/choose/perLabel.ts';
import type { PolicyAt, PolicyQuestion } from '../core/choose/policiesAt.ts';
import type { ConfusionMatrix } from '../core/classes/confusionMatrix.ts';
import type { ClassDecision } from '../core/classes/decide.ts';
import type { LabelsOverview } from '../core/classes/labelsOverview.ts';
import type { LabelOutcomes } from '../core/classes/multilabel.ts';
import type { ClassOverview } from '../core/classes/overview.ts';
import type { ScoreRange } from '../core/classes/scoreRanges.ts';
import type { ColumnSummary } from '../core/columns/columnSummary.ts';
import type { ComparedModel, JointDecisions } from '../core/compare/modelComparison.ts';
import type { AmountColumns, AmountEvaluation } from '../core/cost/amounts.ts';
import type { ColumnProfile } from '../core/dataset/profile.ts';
import type { Prepared } from '../core/prepare/prepared.ts';
import type { BinColumns } from '../core/roles/bins.ts';
import type { Interpretation, Subject } from '../core/roles/interpretation.ts';
import type { Join } from '../core/roles/join.ts';
import type { RoleQuestion } from '../core/roles/roles.ts';
import type { WeightKind } from '../core/roles/weightKind.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import type { Evaluation } from '../core/scores/evaluation.ts';
import type { ScoreIndex } from '../core/scores/scoreIndex.ts';
import type { Grouping } from '../core/slices/grouping.ts';
import type { MeasuredGroups, MeasuredRows } from '../core/slices/measureGroups.ts';
import type { TrainingHistory } from '../core/training/history.ts';
import type { CasePage, CaseQuery, CasesToWrite, CaseWindow, Corrections, FlipSummary, WholeCase } from './cases.ts';
import type { CallSettings } from './predict/callEndpoint.ts';
import type { ListOrigin } from './read/lists/listOrigin.ts';
import type { RemoteAddress } from './remote/remoteAddress.ts';
import type { AskedDecision, RowPage, RowQuery, RowsToWrite } from './rows.ts';

/** How much of a file from another site has come; `total` is null where the site does not say. */
export interface FetchProgress {
  readonly bytes: number;
  readonly total: number | null;
}

/** How far reading has come. `bytesTotal` counts every file of the request. */
export interface ReadProgress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
  /** Null until enough of the files is known. */
  readonly forecast: ReadForecast | null;
}

/** What a reading will come to, roughly. */
export interface ReadForecast {
  readonly rows: number;
  /** Memory taken at most, in the worker and on the page. */
  readonly bytes: number;
}

/** How a file of JSON holds its table. */
export interface JsonForm {
  /**
   * What pandas calls it: `records` (an object a row), `values` (a list a row), `columns`, `index`, `split` or `table`; `cells` where
   * each row is a single value.
   */
  readonly orient: 'records' | 'values' | 'cells' | 'columns' | 'index' | 'split' | 'table';
  /** Each row is a value of its own in the file, mostly on a line of its own, and not an element of one list. */
  readonly isLines: boolean;
  /** The names of the objects around the table, from the outermost one. */
  readonly inside: readonly string[];
}

/** What was found out about one file while it was read. */
export interface FileSummary {
  readonly name: string;
  readonly bytes: number;
  /** Rows read, those skipped for their shape included. */
  readonly rows: number;
  readonly format: 'text' | 'json' | 'parquet';
  /** Of JSON; else null. */
  readonly json: JsonForm | null;
  /** Of text; else ''. */
  readonly delimiter: string;
  /** The line on which the table begins, its header included: comments, titles and a declared delimiter stand above it. */
  readonly firstLine: number;
  readonly hasHeader: boolean;
  /** Of text and JSON; else ''. */
  readonly encoding: string;
}

export interface DatasetSummary {
  readonly files: readonly FileSummary[];
  /** How several files were joined by an id; null or left out where their rows lie one behind another. */
  readonly join?: Join | null;
  readonly rowCount: number;
  readonly columns: readonly ColumnProfile[];
  /** The columns of the files that hold several values in a cell, of which `columns` has several each; none where left out. */
  readonly lists?: readonly ListOrigin[];
  /** The columns of counts out of which the rows were made; null or left out in an ordinary file. */
  readonly bins?: BinColumns | null;
  /** The cells of the first few rows, in the order of `columns`. */
  readonly firstRows: readonly (readonly string[])[];
  /** The reading of the file that the program takes by itself. */
  readonly inferred: Interpretation;
  /** What the columns do not tell: somebody has to say it first, and `inferred` only guesses it. Null where they tell everything. */
  readonly question: RoleQuestion | null;
}

/** What is known of the classes of a multi-class file before anything is decided. */
export interface ClassesMeasured {
  /** Of each class over all splits; NaN for one without scores. */
  readonly ranges: readonly ScoreRange[];
  readonly splits: readonly { readonly split: string; readonly overview: ClassOverview }[];
}

/** What a multi-class decision comes to on each split. */
export interface ClassesDecided {
  readonly splits: readonly { readonly split: string; readonly matrix: ConfusionMatrix }[];
}

/** What is known of the labels of a multi-label file before anything is decided. */
export interface LabelsMeasured {
  /** Of each label over all splits. */
  readonly ranges: readonly ScoreRange[];
  readonly splits: readonly { readonly split: string; readonly overview: LabelsOverview }[];
}

/** What a threshold for every label comes to on each split. */
export interface LabelsDecided {
  readonly splits: readonly ({ readonly split: string } & LabelOutcomes)[];
}

/** What decides about every label. */
export interface LabelsDecision {
  readonly thresholds: readonly number[];
  readonly rule: DecisionRule;
}

/** By what the thresholds of all labels are to be chosen, and on which split. */
export interface LabelsGoal {
  readonly split: string;
  readonly rule: DecisionRule;
  readonly objective: Objective;
  readonly tuning: LabelTuning;
}

/** Models of a file, each as the reading that has it in view, the one that the others are held against first. */
export interface ModelsToCompare {
  readonly names: readonly string[];
  readonly readings: readonly Interpretation[];
  /** The split that they are compared on, and the one that thresholds are chosen on. */
  readonly split: string;
  readonly chosenOn: string;
}

/** Models measured on the rows that all of them have scored. */
export interface ModelsCompared {
  /** By what rows of different models are known to be one case; null where nothing tells, and each model stands on its own rows. */
  readonly pairedBy: 'row' | 'id' | null;
  /** Rows that all models have scored. */
  readonly rows: number;
  /** For each model the rows that not all of the others have scored. */
  readonly alone: readonly number[];
  /** Rows whose id is missing or repeated, and rows whose labels contradict each other: left out. */
  readonly ambiguous: number;
  readonly contradicted: number;
  readonly weights: WeightKind;
  readonly models: readonly (ComparedModel & {
    /** The scores on which its threshold is chosen; null where they are the ones compared on. */
    readonly choosing: ScoreIndex | null;
  })[];
}
/** Thresholds for groups by one or more strategies, or how many groups there are where they are too many. */
export type GroupPolicies =
  | { readonly kind: 'found'; readonly policies: readonly PolicyAt[] }
  | { readonly kind: 'tooManyGroups'; readonly count: number };

/** A file as it reaches the reader. */
export interface SourceFile {
  readonly name: string;
  readonly blob: Blob;
}

/** The history of a training, and the file that it was read from. */
export interface ReadHistory {
  readonly source: SourceFile;
  readonly history: TrainingHistory;
}

/** Files that came together: the histories of trainings among them, and all others as they came. */
export interface SortedFiles {
  readonly histories: readonly ReadHistory[];
  readonly rest: readonly SourceFile[];
}

/** One dataset in its own worker. Every promise rejects with an `AbortError` when its signal fires, and with a `ReadProblem` else. */
export interface OpenDataset {
  readonly summary: DatasetSummary;
  prepare(signal: AbortSignal, interpretation: Interpretation): Promise<Prepared>;
  /** The splits as another reading would have them, which does not come into view by that. */
  measure(signal: AbortSignal, interpretation: Interpretation): Promise<readonly Evaluation[]>;
  rows(signal: AbortSignal, query: RowQuery): Promise<RowPage>;
  /** Every kept row with its prediction and outcome, as CSV, safe to open in a spreadsheet. */
  writeRows(signal: AbortSignal, query: RowsToWrite): Promise<Blob>;
  /** A page of the rows for which everything holds that is asked. */
  cases(signal: AbortSignal, query: CaseQuery, window: CaseWindow): Promise<CasePage>;
  /** The row of a place in the dataset in full; null where the reading prepared last leaves it out. */
  wholeCase(signal: AbortSignal, query: AskedDecision, row: number): Promise<WholeCase | null>;
  /** Listed rows as a file, safe to open in a spreadsheet. */
  writeCases(signal: AbortSignal, toWrite: CasesToWrite): Promise<Blob>;
  /** The splits of the reading prepared last with the labels that files correct; nothing else changes. */
  correct(signal: AbortSignal, files: readonly SourceFile[]): Promise<Corrections>;
  /** What the flip of a query's selection comes to, and in each group where some are asked for; null where it asks for no flip. */
  flips(signal: AbortSignal, query: CaseQuery, grouping: Grouping | null): Promise<FlipSummary | null>;
  /** Measures the classes of the reading prepared last, which must have some. */
  classes(signal: AbortSignal): Promise<ClassesMeasured>;
  /** Decides every row of the reading prepared last. */
  decideClasses(signal: AbortSignal, decision: ClassDecision): Promise<ClassesDecided>;
  /** What one of the columns holds in the rows of the reading prepared last. */
  summarizeColumn(signal: AbortSignal, column: string): Promise<ColumnSummary>;
  /** The splits of the reading prepared last, each row weighted by what is at stake in it. */
  amounts(signal: AbortSignal, columns: AmountColumns): Promise<readonly AmountEvaluation[]>;
  /** Measures the labels of the reading prepared last, which must have several. */
  labels(signal: AbortSignal): Promise<LabelsMeasured>;
  /** Decides every label of every row of the reading prepared last. */
  decideLabels(signal: AbortSignal, decision: LabelsDecision): Promise<LabelsDecided>;
  /** The best threshold of every label of the reading prepared last. */
  tuneLabels(signal: AbortSignal, goal: LabelsGoal): Promise<readonly LabelThreshold[]>;
  /** For each fold of the reading prepared last the best threshold on the others, and what it does there; empty without folds. */
  outOfFold(signal: AbortSignal, rule: DecisionRule, objective: Objective): Promise<readonly FoldChoice[]>;
  /** How sure numbers of one split of the reading prepared last are. */
  estimate<K extends Question['kind']>(
    signal: AbortSignal,
    split: string,
    question: Extract<Question, { readonly kind: K }>,
  ): Promise<Estimates[K]>;
  /**
   * The score indexes of the groups of one split of the reading prepared last; of very many groups those with the most rows, and all others as
   * one.
   */
  groups(signal: AbortSignal, split: string, grouping: Grouping): Promise<MeasuredGroups>;
  /** The best thresholds for those groups on one split, by every strategy and tolerance asked for. */
  groupPolicies(
    signal: AbortSignal,
    split: string,
    grouping: Grouping,
    question: PolicyQuestion,
  ): Promise<GroupPolicies>;
  /** The rows of one split of the reading prepared last that each of some rules takes in. */
  rules(signal: AbortSignal, split: string, rules: readonly Subject[]): Promise<readonly MeasuredRows[]>;
  /** Ends of ranges into which the numbers of a column may be cut to make groups. */
  groupEdges(signal: AbortSignal, column: string): Promise<readonly number[]>;
  /** Measures several models on the rows that all of them have scored. */
  compareModels(signal: AbortSignal, models: ModelsToCompare): Promise<ModelsCompared>;
  /** What each model after the first decides together with it, each at its own threshold; null where either has none. */
  decideJointly(
    signal: AbortSignal,
    models: ModelsToCompare,
    rule: DecisionRule,
    thresholds: readonly (number | null)[],
  ): Promise<readonly (JointDecisions | null)[]>;
  /** SHA-256 of each file's bytes, hexadecimal, in the order of `summary.files`. */
  fingerprints(signal: AbortSignal): Promise<readonly string[]>;
  close(): void;
}

/** By what prediction APIs are asked. */
export interface Asking {
  /** The address of the page. */
  readonly page: string;
  /** The servers that this build may ask besides the page's own: origins, of which a port may be `*`. */
  readonly hosts: readonly string[];
  /** Given by tests alone. */
  readonly settings?: CallSettings;
}

/** The outside world, as `state` is given it. `browserIo` implements it; tests give their own. */
export interface Io {
  /** Reads the files as one dataset. `onCrash` is told each time the worker died and was started again (the files are read anew). */
  open(
    signal: AbortSignal,
    files: readonly SourceFile[],
    onProgress: (progress: ReadProgress) => void,
    onCrash: () => void,
  ): Promise<OpenDataset>;
  /** Takes the histories of trainings out from among files. */
  sortHistories(signal: AbortSignal, files: readonly SourceFile[]): Promise<SortedFiles>;
  /** Fetches a file of the page's own folder. */
  fetchFile(signal: AbortSignal, path: string): Promise<SourceFile>;
  /** The sites that this build may ask for files: origins, or `https:` for any; mostly none. */
  readonly dataHosts: readonly string[];
  /** Fetches a file from another site. */
  fetchRemote(
    signal: AbortSignal,
    address: RemoteAddress,
    onProgress: (progress: FetchProgress) => void,
  ): Promise<SourceFile>;
  readonly asking: Asking;
}
