import type { Objective } from '../core/choose/objective.ts';
import type { FoundPolicy } from '../core/choose/perGroup.ts';
import type { Subject } from '../core/roles/interpretation.ts';
import type { GroupBy, Grouping, GroupRule, GroupValue } from '../core/slices/grouping.ts';
import type { MeasuredGroups, MeasuredRows } from '../core/slices/measureGroups.ts';
import type { GroupPolicies } from '../io/io.ts';
import type { Answered } from './answered.ts';
import type { FairnessChoice } from './fairness.ts';
import type { GroupChoice } from './groupChoice.ts';
import type { ThresholdMove } from './thresholdMove.ts';

export interface GroupsSlice {
  /** By what the rows are sorted into groups; null where nobody asked for groups. */
  readonly grouping: Grouping | null;
  /** The last answer about groups; it stays on screen until the next one is there. */
  readonly groups: (Answered<MeasuredGroups> & { readonly grouping: Grouping; readonly split: string }) | null;
  /** How each column made groups when it last did. */
  readonly groupBys: readonly GroupBy[];
  readonly groupChoice: GroupChoice;
  /** Groups that are made by hand: in each are the rows for which all its conditions hold. */
  readonly groupRules: readonly GroupRule[];
  /** The last answer about them. */
  readonly ruleRows:
    | (Answered<readonly MeasuredRows[]> & { readonly rules: readonly GroupRule[]; readonly split: string })
    | null;
  setGroupRules(rules: readonly GroupRule[]): void;
  setGrouping(grouping: Grouping | null): void;
  /** Makes groups by these columns, numbers cut into ranges; none of them for no groups. */
  groupByColumns(columns: readonly string[]): Promise<void>;
  setGroupChoice(change: Partial<GroupChoice>): void;
  /** Makes a group what everything is about, and shows it on Tune; null: all rows again. A step of the history. */
  setSubject(subject: Subject | null): Promise<void>;
  /** Has the worker measure the groups of the split in view, unless that is done. */
  refreshGroups(): Promise<void>;
  /** Stops measuring, and goes back to the groups on screen; to none where there are none. */
  cancelGroups(): void;
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
