import type { BinStrategy } from '../core/calibration/reliability.ts';
import type { CaseCondition, CaseSelection } from '../core/cases/caseSelection.ts';
import type { CaseOrder } from '../core/cases/orderCases.ts';
import type { Estimates, Question } from '../core/choose/estimate.ts';
import type { Objective } from '../core/choose/objective.ts';
import type { FoldChoice } from '../core/choose/outOfFold.ts';
import type { FoundPolicy } from '../core/choose/perGroup.ts';
import type { LabelTuning } from '../core/choose/perLabel.ts';
import type { Requirement } from '../core/choose/requirements.ts';
import type { ColumnSummary } from '../core/columns/columnSummary.ts';
import type { ComparedAt } from '../core/compare/comparedThresholds.ts';
import type { JointDecisions } from '../core/compare/modelComparison.ts';
import type { AmountColumns, AmountEvaluation } from '../core/cost/amounts.ts';
import type { Interpretation, Subject } from '../core/dataset/interpretation.ts';
import type { Prepared } from '../core/dataset/prepared.ts';
import type { Repair } from '../core/dataset/repair.ts';
import type { ThresholdMetricId } from '../core/metrics/metric.ts';
import type { DecisionRule } from '../core/scores/confusion.ts';
import type { Evaluation } from '../core/scores/evaluation.ts';
import type { GroupBy, Grouping, GroupValue } from '../core/slices/grouping.ts';
import type { GroupThresholds } from '../core/slices/groupThresholds.ts';
import type { MeasuredGroups, MeasuredRows } from '../core/slices/measureGroups.ts';
import type { Deploy } from '../io/deploy.ts';
import type {
  ClassesDecided,
  ClassesMeasured,
  FetchProgress,
  GroupPolicies,
  LabelsDecided,
  LabelsMeasured,
  ModelsCompared,
  OpenDataset,
  ReadProgress,
  SourceFile,
} from '../io/io.ts';
import type { Link } from '../io/link.ts';
import type { RemoteAddress } from '../io/remote/remoteAddress.ts';
import type { RowPage, RowQuery } from '../io/rows.ts';
import type { TriedThresholds } from '../io/session.ts';
import type { KeepNews, KeptFile } from '../io/storage.ts';
import type { CaseList, CasePage, CaseWindow, Corrections, FlipSummary, LabelMark, WholeCase } from './caseList.ts';
import type { ClassChoice, ClassOrder, MistakePrice } from './classChoice.ts';
import type { Decision, DecisionHistory, Prices } from './decision.ts';
import type { FairnessChoice } from './fairness.ts';
import type { GroupChoice } from './groupChoice.ts';
import type { Notice } from './notices.ts';
import type { Review } from './review.ts';
import type { LabelGoal, RuleId, RuleSettings } from './ruleSettings.ts';
import type { TextTable } from './tables.ts';

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

/** What a key can ask of the threshold. */
export type ThresholdMove =
  | 'stepUp'
  | 'stepDown'
  | 'pageUp'
  | 'pageDown'
  | 'nextChange'
  | 'previousChange'
  | 'start'
  | 'end';

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

/** What the worker said of a file read in one way. */
export interface Measured<T> {
  readonly dataset: OpenDataset;
  readonly reading: string;
  readonly value: T;
}

export interface Decided<T> extends Measured<T> {
  readonly decision: string;
}

export interface ClassesSlice {
  /** What the worker found out about the classes, or labels, of a file read in one way. */
  readonly measured: Measured<ClassesMeasured> | null;
  readonly labelsMeasured: Measured<LabelsMeasured> | null;
  /** What the worker made of the last decision that it was asked for; it stays on screen until the next one is there. */
  readonly decided: Decided<ClassesDecided> | null;
  readonly labelsDecided: Decided<LabelsDecided> | null;
  readonly classOrder: ClassOrder;
  /** Has the worker measure and decide what the screen of classes lacks. */
  refreshClasses(): Promise<void>;
  /** Moves that share a gesture are undone together. */
  setClassThreshold(label: string, threshold: number, gesture?: string): void;
  moveClassThreshold(label: string, move: ThresholdMove, isHeld?: boolean): void;
  setClassChoice(change: Partial<ClassChoice>): void;
  setMistakePrice(price: MistakePrice): void;
  setClassOrder(order: ClassOrder): void;
  /** By what the thresholds of labels are set. */
  readonly labelGoal: LabelGoal;
  setLabelGoal(goal: LabelGoal): void;
  /** Sets the thresholds of all labels, or of one, by a rule on the split in view; a label that the rule finds none for keeps its own. */
  tuneLabels(rule: RuleId, tuning: LabelTuning, only?: string): Promise<void>;
  /** Opens one class against the rest, or one label, on the screen for one threshold. */
  tuneClass(label: string): Promise<void>;
}

/** An answer of the worker, and the question it belongs to. */
export interface Answered<T> {
  readonly dataset: OpenDataset;
  readonly key: string;
  readonly value: T;
}

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

export interface GroupsSlice {
  /** By what the rows are sorted into groups; null where nobody asked for groups. */
  readonly grouping: Grouping | null;
  /** The last answer about groups; it stays on screen until the next one is there. */
  readonly groups: (Answered<MeasuredGroups> & { readonly grouping: Grouping; readonly split: string }) | null;
  /** How each column made groups when it last did. */
  readonly groupBys: readonly GroupBy[];
  readonly groupChoice: GroupChoice;
  /** Groups that are made by hand: in each are the rows for which all its conditions hold. */
  readonly groupRules: readonly Subject[];
  /** The last answer about them. */
  readonly ruleRows:
    | (Answered<readonly MeasuredRows[]> & { readonly rules: readonly Subject[]; readonly split: string })
    | null;
  setGroupRules(rules: readonly Subject[]): void;
  setGrouping(grouping: Grouping | null): void;
  /** Makes groups by these columns, numbers cut into ranges; none of them for no groups. */
  groupByColumns(columns: readonly string[]): Promise<void>;
  setGroupChoice(change: Partial<GroupChoice>): void;
  /** Makes a group what everything is about, and shows it on Tune; null: all rows again. A step of the history. */
  setSubject(subject: Subject | null): Promise<void>;
  /** Has the worker measure the groups of the split in view, unless that is done. */
  refreshGroups(): Promise<void>;
}

export interface CasesSlice extends CaseList {
  /** Opens the list of exactly these rows, of the split in view unless the selection names one. */
  showCases(selection: CaseSelection): void;
  setCaseSelection(selection: CaseSelection): void;
  /** In place of a condition that speaks of the same thing. */
  addCaseCondition(condition: CaseCondition): void;
  setCaseOrder(order: CaseOrder): void;
  setCaseSearch(text: string): void;
  setOpenCase(row: number | null): void;
  /** Marks the label of a row as wrong, or takes the mark off. */
  markCase(row: number, mark: LabelMark | null): void;
  /** A page of the list; null where nothing is open, or a newer page is asked for. */
  fetchCases(window: CaseWindow): Promise<CasePage | null>;
  fetchCase(row: number): Promise<WholeCase | null>;
  /** What changes sides by the flip of a selection. */
  fetchFlips(selection: CaseSelection): Promise<FlipSummary | null>;
  /** What corrected labels came to, beside the reading they were read for; null where there are none. */
  readonly corrections: { readonly of: Prepared; readonly file: string; readonly found: Corrections } | null;
  /** Reads corrected labels; the labels of the file stay as they are. */
  readCorrections(files: readonly SourceFile[]): Promise<void>;
  dropCorrections(): void;
  /** Saves the list, or its first rows. */
  saveCases(format: 'csv' | 'jsonl', limit: number | null): Promise<void>;
}

export interface CompareSlice {
  /** At which thresholds models are compared. */
  readonly comparedAt: ComparedAt;
  /** The models beside the one in view, as the user chose them; null follows the file. */
  readonly comparedModels: readonly string[] | null;
  /** The one among them that is held against the one in view in words. */
  readonly comparedWith: string | null;
  /** The last answer to each question; it stays on screen until the next one is there. */
  readonly comparison: Answered<ModelsCompared> | null;
  readonly decidedJointly:
    | (Answered<readonly (JointDecisions | null)[]> & { readonly comparison: Answered<ModelsCompared> })
    | null;
  /** The column that tells versions apart, as the user chose it; null follows the file. */
  readonly versionColumn: string | null;
  readonly versions: Answered<MeasuredGroups> | null;
  setComparedAt(at: ComparedAt): void;
  setComparedModels(names: readonly string[] | null): void;
  setComparedWith(name: string): void;
  /** Has the worker compare what is open, as far as that is not done. */
  refreshComparison(): Promise<void>;
  setVersionColumn(column: string): void;
  /** Has the worker measure each version on the split in view, unless that is done. */
  refreshVersions(): Promise<void>;
  /** Opens the screen for one threshold on a model, at the threshold it is compared at. */
  tuneModel(name: string): Promise<void>;
}

/** Policies for groups with the question that they answer. */
export interface PolicyAnswer extends Answered<GroupPolicies> {
  readonly grouping: Grouping;
  /** The split that they were chosen on. */
  readonly split: string;
  readonly objective: Objective;
}

export interface FairnessSlice {
  readonly fairness: FairnessChoice;
  /** The last policies at the present tolerance, and at all tolerances; they stay on screen until the next ones are there. */
  readonly policies: PolicyAnswer | null;
  readonly prices: PolicyAnswer | null;
  setFairness(change: Partial<FairnessChoice>): void;
  /** Has the worker choose thresholds for the groups in view, unless that is done. */
  refreshPolicies(): Promise<void>;
  refreshPrices(): Promise<void>;
  /** Moves that share a gesture are undone together. */
  applyPolicy(policy: FoundPolicy, tolerance: number, gesture?: string): void;
  /** Sets the threshold of one of the groups in view by hand. Moves that share a gesture are undone together. */
  setGroupThreshold(values: readonly GroupValue[], threshold: number, gesture?: string): void;
  moveGroupThreshold(values: readonly GroupValue[], move: ThresholdMove, isHeld?: boolean): void;
}

export type View = 'tune' | 'classes' | 'slices' | 'cases' | 'compare' | 'data';
export type Theme = 'system' | 'light' | 'dark';
/** What the shares in the confusion matrix are shares of. */
export type MatrixShare = 'actual' | 'predicted' | 'all';

export interface ViewSlice {
  readonly view: View;
  /** The split in view as the user chose it; null follows the file. */
  readonly chosenSplit: string | null;
  /** The split that thresholds are chosen on as the user chose it; null follows the file. */
  readonly chosenOn: string | null;
  /** The goals on the list and on the rail, besides the one in force. */
  readonly shownRules: readonly RuleId[];
  readonly chartMetrics: readonly ThresholdMetricId[];
  readonly matrixShare: MatrixShare;
  /** How the bins of the reliability diagram are cut. */
  readonly reliabilityBins: BinStrategy;
  readonly theme: Theme;
  /** Whether the single key “?” shows the keys; dictation software types such keys unasked. */
  readonly hasHelpKey: boolean;
  setView(view: View): void;
  setSplit(split: string): void;
  setChosenOn(split: string): void;
  setShownRules(ids: readonly RuleId[]): void;
  setChartMetrics(ids: readonly ThresholdMetricId[]): void;
  setMatrixShare(share: MatrixShare): void;
  setReliabilityBins(strategy: BinStrategy): void;
  setTheme(theme: Theme): void;
  setHelpKey(hasHelpKey: boolean): void;
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
  ProductionSlice &
  TakeAwaySlice &
  CertaintySlice &
  GroupsSlice &
  FairnessSlice &
  KeepSlice &
  VersionSlice;
