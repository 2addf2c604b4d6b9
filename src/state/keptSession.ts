import { restoredGroupThresholds, storedGroupThresholds } from '../io/groupThresholds.ts';
import type { OpenDataset } from '../io/io.ts';
import { readLink, writeLink } from '../io/link.ts';
import type { Session, StoredDecision, StoredStep } from '../io/session.ts';
import { DEFAULT_CLASS_CHOICE } from './classChoice.ts';
import type { Decision, Step } from './decision.ts';
import { linkedSettings, linkOf, metricToOptimize } from './linkedState.ts';
import { DEFAULT_REVIEW, isUsualReview } from './review.ts';
import { isRuleId, type RuleSettings } from './ruleSettings.ts';
import type { TunerState } from './tunerState.ts';

const stored = ({
  thresholds,
  rule,
  prices,
  classes,
  review,
  requirements,
  groups,
  goal,
  settings,
}: Decision): StoredDecision => ({
  thresholds: Object.entries(thresholds),
  rule,
  prices,
  ...(classes === DEFAULT_CLASS_CHOICE ? {} : { classes }),
  ...(isUsualReview(review) ? {} : { review }),
  ...(requirements.length === 0 ? {} : { requirements }),
  ...(groups === null ? {} : { groups: storedGroupThresholds(groups) }),
  ...(goal === null ? {} : { goal }),
  settings,
});

/** A stored decision; `usual` are the settings of those that earlier versions stored without. */
const restored =
  (usual: RuleSettings) =>
  ({
    thresholds,
    rule,
    prices,
    classes,
    review,
    requirements,
    groups,
    goal,
    settings = usual,
  }: StoredDecision): Decision => ({
    thresholds: Object.fromEntries(thresholds),
    rule,
    prices,
    classes: classes ?? DEFAULT_CLASS_CHOICE,
    review: review ?? DEFAULT_REVIEW,
    requirements: requirements ?? [],
    groups: groups === undefined ? null : restoredGroupThresholds(groups),
    goal: goal !== undefined && isRuleId(goal) ? goal : null,
    settings: { ...settings, metric: metricToOptimize(settings.metric) ?? usual.metric },
  });

const storedStep = (step: Step): StoredStep => ({ ...stored(step), reading: step.reading });
const restoredStep =
  (usual: RuleSettings) =>
  (step: StoredStep): Step =>
    step.reading === undefined ? restored(usual)(step) : { ...restored(usual)(step), reading: step.reading };

/** The session that brings this view back, undo and redo included. `address`: what the address bar holds. */
export const sessionOf = (state: TunerState, address: string): Session => ({
  link: writeLink(linkOf(state)),
  address,
  decision: stored(state.decision),
  past: state.history.past.map(storedStep),
  future: state.history.future.map(storedStep),
  matrixShare: state.matrixShare,
  ...(state.tried === null || state.tried.dataset !== state.opened?.dataset ? {} : { tried: state.tried.looks }),
  ...(state.marks.size === 0 ? {} : { marks: Array.from(state.marks, ([row, { note }]) => [row, note] as const) }),
});

/** What a session sets besides its link. */
export function restoredState(session: Session): Pick<TunerState, 'decision' | 'history' | 'matrixShare' | 'marks'> {
  const usual = linkedSettings(readLink(session.link).link);
  return {
    decision: restored(usual)(session.decision),
    history: {
      past: session.past.map(restoredStep(usual)),
      future: session.future.map(restoredStep(usual)),
      gesture: null,
    },
    matrixShare: session.matrixShare,
    marks: new Map((session.marks ?? []).map(([row, note]) => [row, { note }])),
  };
}

/** The thresholds that were looked at before, on the dataset that was opened again. */
export const restoredTried = ({ tried }: Session, dataset: OpenDataset): Pick<TunerState, 'tried'> => ({
  tried: tried === undefined ? null : { dataset, looks: tried },
});

/** The parts of the state whose change is worth writing down; thresholds that were tried are, with the next of these. */
const HELD = [
  'opened',
  'decision',
  'history',
  'baseline',
  'view',
  'chosenSplit',
  'chosenOn',
  'shownRules',
  'chartMetrics',
  'matrixShare',
  'reliabilityBins',
  'openSections',
  'productionRate',
  'productionCases',
  'classOrder',
  'caseSelection',
  'caseOrder',
  'caseSearch',
  'marks',
  'grouping',
  'groupRules',
  'groupChoice',
  'comparedAt',
  'comparedModels',
  'comparedWith',
  'fairness',
  'versionColumn',
  'unknownLinkFields',
] as const satisfies readonly (keyof TunerState)[];

/** Whether two states may have different sessions; a few comparisons, so that a drag can ask at every move. */
export const isSessionChanged = (state: TunerState, previous: TunerState): boolean =>
  HELD.some((key) => state[key] !== previous[key]);
