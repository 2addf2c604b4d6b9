import type { Objective } from '../core/choose/objective.ts';
import type { FoldChoice } from '../core/choose/outOfFold.ts';
import type { Requirement } from '../core/choose/requirements.ts';
import type { ColumnSummary } from '../core/columns/columnSummary.ts';
import type { AmountColumns, AmountEvaluation } from '../core/cost/amounts.ts';
import type { Prepared } from '../core/prepare/prepared.ts';
import type { Interpretation } from '../core/roles/interpretation.ts';
import type { Repair } from '../core/roles/repair.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import type { Evaluation } from '../core/scores/evaluation.ts';
import type { GroupThresholds } from '../core/slices/groupThresholds.ts';
import type { Deploy } from '../io/deploy.ts';
import type { FetchProgress, OpenDataset, ReadHistory, ReadProgress, SourceFile } from '../io/io.ts';
import type { Link } from '../io/link.ts';
import type { RemoteAddress } from '../io/remote/remoteAddress.ts';
import type { RowPage, RowQuery } from '../io/rows.ts';
import type { KeepNews, KeptFile } from '../io/storage.ts';
import type { CasesSlice } from './casesState.ts';
import type { CertaintySlice } from './certaintyState.ts';
import type { ClassesSlice } from './classesState.ts';
import type { CompareSlice } from './compareState.ts';
import type { Decision, DecisionHistory, Prices } from './decision.ts';
import type { FairnessSlice, GroupsSlice } from './groupsState.ts';
import type { LanguageSlice } from './languageState.ts';
import type { LearnSlice } from './learnState.ts';
import type { Notice } from './notices.ts';
import type { PredictBatchSlice, PredictSlice } from './predict.ts';
import type { Review } from './review.ts';
import type { RuleId, RuleSettings } from './ruleSettings.ts';
import type { TextTable } from './tables.ts';
import type { ThresholdMove } from './thresholdMove.ts';
import type { ViewSlice } from './viewState.ts';

/** Where the open data came from, as far as a link can say it. */
export type Origin =
  /** A sample (its id) or a file of the page's folder (its path): anyone who has the link can open it. */
  | { readonly kind: 'page'; readonly data: string }
  /** A file on another site, which its address leads to. */
  | { readonly kind: 'address'; readonly data: string }
  /** A file of this device, which nobody else has. */
  | { readonly kind: 'device' };

/** A file whose rows the worker holds. */
export interface ReadFile {
  readonly origin: Origin;
  readonly name: string;
  /** What the page's authors call it; null where that is only the file's name. */
  readonly title: string | null;
  readonly files: readonly SourceFile[];
  readonly dataset: OpenDataset;
  /** Histories of trainings that came together with it. */
  readonly trainings: readonly ReadHistory[];
}

export interface Opened extends ReadFile {
  readonly prepared: Prepared;
}

/** A file that was read but not understood. */
export interface Asked extends ReadFile {
  readonly link: Link | null;
}

export interface Reading {
  readonly name: string;
  readonly progress: ReadProgress | null;
  /** How much of a file on another site has come; null where nothing is fetched. */
  readonly fetched: (FetchProgress & { readonly host: string }) | null;
}

/** A file on another site that a link leads to; nobody has been asked for it yet. */
export interface Offered {
  readonly address: RemoteAddress;
  /** As the link names it. */
  readonly data: string;
  readonly link: Link | null;
}

/** How the page was set up, and the address it was opened with. */
export interface PageSlice {
  readonly deploy: Deploy;
  /** Until the address the page was opened with has been followed, nobody is asked where to begin. */
  readonly isStarting: boolean;
  /** What the address held that this version does not know; written back as it was. */
  readonly unknownLinkFields: Link['unknown'];
  setDeploy(deploy: Deploy): void;
  setStarting(isStarting: boolean): void;
  keepUnknown(fields: Link['unknown']): void;
}

export interface NoticeSlice {
  readonly notices: readonly Notice[];
  addNotice(notice: Notice): void;
  dismissNotice(notice: Notice): void;
}

export interface OpenSlice {
  readonly opened: Opened | null;
  readonly reading: Reading | null;
  /** The link that waits for the file which only its author has. */
  readonly awaited: Link | null;
  openFiles(files: readonly SourceFile[]): Promise<void>;
  openText(text: string): Promise<void>;
  /** Opens a sample by its id or a file of the page's folder by its path, and applies the link to it. */
  openData(data: string, link?: Link): Promise<void>;
  /** The file on another site that waits for somebody to allow asking for it; what is open stays meanwhile. */
  readonly offered: Offered | null;
  /** Shows who would be asked for a file, or says why nobody will be. */
  offerRemote(offered: Offered): void;
  acceptRemote(): Promise<void>;
  declineRemote(): void;
  /** Opens files that the page kept, as their link says; `more` goes on the screen together with them. Whether they are there. */
  openStored(
    name: string,
    files: readonly SourceFile[],
    link: Link | null,
    more: (dataset: OpenDataset) => Partial<TunerState>,
  ): Promise<boolean>;
  cancelReading(): void;
  awaitFile(link: Link): void;
}

export interface TrainingSlice {
  /** The histories on the page, beside the open data or, until there is some, alone. */
  readonly trainings: readonly ReadHistory[];
  /** Takes histories in; one takes the place of another from a file of the same name. */
  addTrainings(histories: readonly ReadHistory[]): void;
  dropTraining(training: ReadHistory): void;
}

export interface QuestionSlice {
  /** The file that waits for somebody to say what its columns do not tell; what is open stays meanwhile. */
  readonly asked: Asked | null;
  /** Says which columns are label and score of the file that waits for it, and opens it. */
  answerQuestion(label: string, score: string): Promise<void>;
  /** Puts the file that waits aside; what was open before is still there. */
  cancelQuestion(): void;
}

export interface PrepareSlice {
  readonly isPreparing: boolean;
  /** Reads the open rows in another way. What is on screen stays until the new reading is whole. */
  changeInterpretation(change: Partial<Interpretation>): Promise<void>;
  /** Reads the file as a repair of the file check would have it, or takes exactly that repair off again. */
  applyRepair(repair: Repair): Promise<void>;
  undoRepair(repair: Repair): Promise<void>;
  /** One step of the history; where it leads to another reading of the file, that is prepared first. */
  takeStep(direction: 'back' | 'forward'): Promise<void>;
  /** Takes over the settings of a link to the data that is already open. */
  applyLink(link: Link): Promise<void>;
}

export interface ColumnsSlice {
  /** What is known of the columns by name, and the reading it was found in. */
  readonly columnSummaries: { readonly of: Prepared; readonly byName: ReadonlyMap<string, ColumnSummary> } | null;
  /** Has the worker summarize these columns, one after another, as far as that is not done; a later call takes the place of an earlier. */
  summarizeColumns(names: readonly string[]): Promise<void>;
}

export interface RowsSlice {
  /** A page of the open rows; null where there is none, or a newer page is asked for. */
  fetchRows(query: RowQuery): Promise<RowPage | null>;
  /** The threshold chosen without each fold and what it does there; null where a newer one is asked for. */
  fetchOutOfFold(objective: Objective): Promise<readonly FoldChoice[] | null>;
  /** The splits weighted by what is at stake, with the reading and the columns they were measured for. */
  readonly amountsMeasured: {
    readonly of: Prepared;
    readonly columns: AmountColumns;
    readonly splits: readonly AmountEvaluation[];
  } | null;
  /** Has the worker weigh the rows by the columns of the settings, unless that is done. */
  measureAmounts(): Promise<void>;
}

/** Another model of the open file, measured on the same rows as the one in view. */
export interface Rival {
  readonly name: string;
  readonly evaluations: readonly Evaluation[];
}

export interface ModelsSlice {
  /** Whether the curves of the other models are drawn too. */
  readonly isComparing: boolean;
  /** The other models, and the reading they are measured beside. */
  readonly rivals: { readonly of: Prepared; readonly models: readonly Rival[] } | null;
  chooseModel(name: string): Promise<void>;
  setComparing(isComparing: boolean): void;
  /** Measures the other models of what is open, unless that is done. */
  measureRivals(): Promise<void>;
}

export interface Baseline {
  readonly threshold: number;
  readonly rule: DecisionRule;
}

export interface DecisionSlice {
  readonly decision: Decision;
  readonly history: DecisionHistory;
  /** What changes are measured against; null: where the file started. */
  readonly baseline: Baseline | null;
  /** Moves that share a gesture are undone together. */
  setThreshold(threshold: number, gesture?: string): void;
  /** While a key is held, its moves are one step of undo. */
  moveThreshold(move: ThresholdMove, isHeld?: boolean): void;
  setRule(rule: DecisionRule): void;
  setPrices(change: Partial<Prices>): void;
  setRuleSettings(change: Partial<RuleSettings>): void;
  /** Puts a goal in force, which the threshold follows from then on; null leaves the threshold where it is, set by hand. */
  setGoal(goal: RuleId | null): void;
  /** Moves that share a gesture are undone together. */
  setReview(change: Partial<Review>, gesture?: string): void;
  setRequirements(requirements: readonly Requirement[]): void;
  /** Gives groups thresholds of their own, or null for one that decides about all. Moves that share a gesture are undone together. */
  setGroups(groups: GroupThresholds | null, gesture?: string): void;
  undo(): void;
  redo(): void;
  pinBaseline(): void;
  resetBaseline(): void;
}

export interface ProductionSlice {
  /** The share of positives expected in production, 0 to 1; null while it is thought to be the file's own. */
  readonly productionRate: number | null;
  /** How many cases come in a day. */
  readonly productionCases: number;
  setProductionRate(rate: number | null): void;
  setProductionCases(cases: number): void;
}

export interface TakeAwaySlice {
  /** Names of the files that are being written. */
  readonly writing: readonly string[];
  /** What the browser did not allow to be copied, to be copied by hand; null once that is done. */
  readonly refusedText: string | null;
  /** A link that opens this view. */
  copyLink(): Promise<boolean>;
  /** The decision as Python. */
  pythonCode(): string;
  /** The decision among several classes as Python. */
  classPythonCode(): string;
  /** False where the browser did not allow it; the text is then kept in `refusedText`. */
  copyText(text: string): Promise<boolean>;
  forgetRefusedText(): void;
  cancelWriting(): void;
  saveOperatingPoint(): Promise<void>;
  saveMetrics(): void;
  /** The metrics as tab-separated text, ready to be pasted into a sheet. */
  metricsText(): string;
  saveRows(): Promise<void>;
  downloadTable(name: string, table: TextTable): void;
  /** What a picture was taken of: file, split, rule and threshold. */
  viewNote(): string;
  /** Saves a picture of a chart, SVG or PNG by its own type. */
  savePicture(name: string, picture: Blob): void;
  /** Copies a PNG to paste elsewhere; false where the browser does not let it. */
  copyPicture(picture: Promise<Blob>): Promise<boolean>;
}

export interface KeepSlice {
  /** The data that is kept on this device; that there is some is the user's consent to keep what is opened next. */
  readonly kept: KeptFile | null;
  /** The dataset that was kept or brought back. */
  readonly keptDataset: OpenDataset | null;
  /** The name of what was kept before, whose place the present file took. */
  readonly keptBefore: string | null;
  readonly isKeeping: boolean;
  /** A later version of the page keeps something here that this one cannot read. */
  readonly isKeptByLater: boolean;
  /** Finds out what is kept, and whether there is something to say about it. */
  lookForKept(): Promise<Notice | null>;
  /** Keeps what is open on this device, with all its settings, from now on. */
  keep(): Promise<void>;
  /** Brings back what is kept, and says whether it is there. `hash`: the address that led here, where nobody pressed a button. */
  openKept(hash?: string): Promise<boolean>;
  /** Saves how the kept file stands, in this state or that of a moment ago. */
  saveSession(state?: TunerState): Promise<void>;
  forgetKept(): Promise<void>;
  hearOfKept(news: KeepNews): void;
}

export interface VersionSlice {
  /** A newer version of the page is on this device and shows at the next reload. */
  readonly isNewerVersionReady: boolean;
  /** The page is about to go: what changes now, its address too, is not seen again. */
  readonly isReloading: boolean;
  watchVersions(): Promise<void>;
  /** Saves what is kept and reloads the page as the newer version. */
  startNewerVersion(): Promise<void>;
  postponeNewerVersion(): void;
}

export type TunerState = PageSlice &
  NoticeSlice &
  OpenSlice &
  TrainingSlice &
  QuestionSlice &
  PrepareSlice &
  ColumnsSlice &
  RowsSlice &
  ModelsSlice &
  DecisionSlice &
  ClassesSlice &
  CasesSlice &
  CompareSlice &
  ViewSlice &
  LearnSlice &
  LanguageSlice &
  ProductionSlice &
  TakeAwaySlice &
  CertaintySlice &
  GroupsSlice &
  FairnessSlice &
  PredictSlice &
  PredictBatchSlice &
  KeepSlice &
  VersionSlice;
