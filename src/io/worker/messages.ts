import type { Estimate, Question } from '../../core/choose/estimate.ts';
import type { Objective } from '../../core/choose/objective.ts';
import type { FoldChoice } from '../../core/choose/outOfFold.ts';
import type { LabelThreshold } from '../../core/choose/perLabel.ts';
import type { PolicyQuestion } from '../../core/choose/policiesAt.ts';
import type { ClassDecision } from '../../core/classes/decide.ts';
import type { ColumnSummary } from '../../core/columns/columnSummary.ts';
import type { JointDecisions } from '../../core/compare/modelComparison.ts';
import type { AmountColumns, AmountEvaluation } from '../../core/cost/amounts.ts';
import type { Prepared } from '../../core/prepare/prepared.ts';
import type { Interpretation, Subject } from '../../core/roles/interpretation.ts';
import type { DecisionRule } from '../../core/scores/confusion.ts';
import type { Grouping } from '../../core/slices/grouping.ts';
import type { MeasuredGroups, MeasuredRows } from '../../core/slices/measureGroups.ts';
import type { TextValues } from '../../i18n/translate.ts';
import type { CasePage, CaseQuery, CasesToWrite, CaseWindow, Corrections, FlipSummary, WholeCase } from '../cases.ts';
import type {
  ClassesDecided,
  ClassesMeasured,
  DatasetSummary,
  GroupPolicies,
  LabelsDecided,
  LabelsDecision,
  LabelsGoal,
  LabelsMeasured,
  ModelsCompared,
  ModelsToCompare,
  ReadProgress,
  SortedFiles,
  SourceFile,
} from '../io.ts';
import type { ReadProblemCode } from '../readProblem.ts';
import type { AskedDecision, RowPage, RowQuery, RowsToWrite } from '../rows.ts';

/**
 * What is asked of a dataset in its worker. Rows are asked for in the interpretation they are to be seen in, so that a worker started
 * after a crash needs to be told nothing.
 */
export type Ask =
  | { readonly kind: 'open'; readonly files: readonly SourceFile[] }
  | { readonly kind: 'prepare'; readonly interpretation: Interpretation }
  | { readonly kind: 'rows'; readonly interpretation: Interpretation; readonly query: RowQuery }
  | { readonly kind: 'writeRows'; readonly interpretation: Interpretation; readonly query: RowsToWrite }
  | {
      readonly kind: 'cases';
      readonly interpretation: Interpretation;
      readonly query: CaseQuery;
      readonly window: CaseWindow;
    }
  | {
      readonly kind: 'wholeCase';
      readonly interpretation: Interpretation;
      readonly query: AskedDecision;
      readonly row: number;
    }
  | { readonly kind: 'writeCases'; readonly interpretation: Interpretation; readonly toWrite: CasesToWrite }
  | { readonly kind: 'correct'; readonly interpretation: Interpretation; readonly files: readonly SourceFile[] }
  | {
      readonly kind: 'flips';
      readonly interpretation: Interpretation;
      readonly query: CaseQuery;
      /** The groups in each of which flips are counted too; null for none. */
      readonly grouping: Grouping | null;
    }
  | { readonly kind: 'classes'; readonly interpretation: Interpretation }
  | { readonly kind: 'decideClasses'; readonly interpretation: Interpretation; readonly decision: ClassDecision }
  | { readonly kind: 'measure'; readonly interpretation: Interpretation }
  | {
      readonly kind: 'outOfFold';
      readonly interpretation: Interpretation;
      readonly rule: DecisionRule;
      readonly objective: Objective;
    }
  | { readonly kind: 'columnSummary'; readonly interpretation: Interpretation; readonly column: string }
  | { readonly kind: 'amounts'; readonly interpretation: Interpretation; readonly columns: AmountColumns }
  | {
      readonly kind: 'estimate';
      readonly interpretation: Interpretation;
      readonly split: string;
      readonly question: Question;
    }
  | { readonly kind: 'labels'; readonly interpretation: Interpretation }
  | { readonly kind: 'decideLabels'; readonly interpretation: Interpretation; readonly decision: LabelsDecision }
  | { readonly kind: 'tuneLabels'; readonly interpretation: Interpretation; readonly goal: LabelsGoal }
  | {
      readonly kind: 'groups';
      readonly interpretation: Interpretation;
      readonly split: string;
      readonly grouping: Grouping;
    }
  | {
      readonly kind: 'groupPolicies';
      readonly interpretation: Interpretation;
      readonly split: string;
      readonly grouping: Grouping;
      readonly question: PolicyQuestion;
    }
  | {
      readonly kind: 'rules';
      readonly interpretation: Interpretation;
      readonly split: string;
      readonly rules: readonly Subject[];
    }
  | { readonly kind: 'groupEdges'; readonly interpretation: Interpretation; readonly column: string }
  | ({ readonly kind: 'compareModels' } & ModelsToCompare)
  | {
      readonly kind: 'decideJointly';
      readonly models: ModelsToCompare;
      readonly rule: DecisionRule;
      readonly thresholds: readonly (number | null)[];
    }
  | { readonly kind: 'fingerprints' }
  /** Needs no open dataset. */
  | { readonly kind: 'histories'; readonly files: readonly SourceFile[] };

/** What each kind of ask is answered with. */
export interface Answers {
  readonly open: DatasetSummary;
  readonly prepare: Prepared;
  readonly rows: RowPage;
  readonly writeRows: Blob;
  readonly cases: CasePage;
  readonly wholeCase: WholeCase | null;
  readonly writeCases: Blob;
  readonly correct: Corrections;
  readonly flips: FlipSummary | null;
  readonly classes: ClassesMeasured;
  readonly decideClasses: ClassesDecided;
  readonly measure: Pick<Prepared, 'evaluations' | 'folds'>;
  readonly outOfFold: readonly FoldChoice[];
  readonly columnSummary: ColumnSummary;
  readonly amounts: readonly AmountEvaluation[];
  readonly estimate: Estimate;
  readonly labels: LabelsMeasured;
  readonly decideLabels: LabelsDecided;
  readonly tuneLabels: readonly LabelThreshold[];
  readonly groups: MeasuredGroups;
  readonly groupPolicies: GroupPolicies;
  readonly rules: { readonly rules: readonly MeasuredRows[] };
  readonly groupEdges: readonly number[];
  readonly compareModels: ModelsCompared;
  readonly decideJointly: readonly (JointDecisions | null)[];
  readonly fingerprints: readonly string[];
  readonly histories: SortedFiles;
}

/** To the worker. */
export type Request =
  | { readonly kind: 'ask'; readonly id: number; readonly ask: Ask }
  | { readonly kind: 'cancel'; readonly id: number };

/** From the worker. */
export type Reply =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: ReadProgress }
  /** Some of the columns of a very wide table, ahead of the answer: taken in at once they would block the page. */
  | { readonly kind: 'columns'; readonly id: number; readonly columns: DatasetSummary['columns'] }
  | { readonly kind: 'done'; readonly id: number; readonly answer: Answers[keyof Answers] }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly code: ReadProblemCode;
      readonly values: TextValues;
    };
