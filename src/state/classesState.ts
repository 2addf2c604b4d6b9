import type { LabelTuning } from '../core/choose/perLabel.ts';
import type { ClassesDecided, ClassesMeasured, LabelsDecided, LabelsMeasured } from '../io/io.ts';
import type { Decided, Measured } from './answered.ts';
import type { ClassChoice, ClassOrder, MistakePrice } from './classChoice.ts';
import type { LabelGoal, RuleId } from './ruleSettings.ts';
import type { ThresholdMove } from './thresholdMove.ts';

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
