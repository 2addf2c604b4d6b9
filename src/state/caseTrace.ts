import { type ClassTrace, reachedBy, traceClasses } from '../core/trace/traceClasses.ts';
import type { WholeCase } from './caseList.ts';
import { classDecision, selectTask } from './classSelectors.ts';
import { labelsDecision, selectLabelsTask } from './labelSelectors.ts';
import type { TunerState } from './tunerState.ts';

/** What all classes, or all labels, of a row come to together, by their names. */
export type PartsTrace =
  | {
      readonly kind: ClassTrace['kind'];
      readonly picked: string | null;
      readonly score: number;
      readonly reached: readonly string[];
      readonly truth: string | null;
    }
  | { readonly kind: 'labels'; readonly reached: readonly string[]; readonly truth: readonly string[] };

/** The decision about all classes, or labels, of a row as it is set now; null for a file with one score, or a row that lacks some. */
export function tracePartsOf(state: TunerState, { classes }: WholeCase): PartsTrace | null {
  const scoreOf = (label: string) => classes.find((each) => each.label === label)?.score ?? null;
  const task = selectTask(state);
  if (task !== null) {
    const names = task.classes.map(({ label }) => label);
    const trace = traceClasses(names.map(scoreOf), classDecision(state, task));
    if (trace === null) return null;
    return {
      kind: trace.kind,
      picked: trace.picked === null ? null : names[trace.picked],
      score: trace.picked === null ? Number.NaN : (scoreOf(names[trace.picked]) ?? Number.NaN),
      reached: trace.reached.map((place) => names[place]),
      truth: classes.find(({ isTrue }) => isTrue)?.label ?? null,
    };
  }
  const labels = selectLabelsTask(state);
  if (labels === null) return null;
  const names = labels.labels.map(({ label }) => label);
  const { thresholds, rule } = labelsDecision(state);
  return {
    kind: 'labels',
    reached: reachedBy(names.map(scoreOf), thresholds, rule).map((place) => names[place]),
    truth: classes.filter(({ isTrue }) => isTrue).map(({ label }) => label),
  };
}
