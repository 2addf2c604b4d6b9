import { type ComponentType, type ReactNode, Suspense } from 'react';
import { type TextKey, translate } from '../i18n/translate.ts';
import type { TuneSection } from '../state/sections.ts';
import { useActions, useTuner } from '../state/useTuner.ts';
import { FileInTurn } from './chartState/FileInTurn.tsx';
import { RestsOutOfView } from './chartState/RestsOutOfView.tsx';
import { ChartTurns } from './charts/turns.tsx';
import { Fold } from './controls/Fold.tsx';
import { Guarded } from './controls/Guarded.tsx';
import { lazyPart } from './lazyPart.ts';
import { ConfusionPanel } from './panels/Confusion/ConfusionPanel.tsx';
import { KeyMetricsPanel } from './panels/KeyMetrics/KeyMetricsPanel.tsx';
import { MetricsTablePanel } from './panels/MetricsTable/MetricsTablePanel.tsx';
import { SentencePanel } from './panels/Sentence/SentencePanel.tsx';
import { DecisionPanel } from './panels/Threshold/DecisionPanel.tsx';
import { GoalInForce } from './panels/Threshold/GoalInForce.tsx';
import { PrintedDecision } from './panels/Threshold/PrintedDecision.tsx';
import { RailPanel } from './panels/Threshold/RailPanel.tsx';
import { RulesPanel } from './panels/Threshold/RulesPanel.tsx';
import './TuneScreen.css';

const Waiting = () => <div className="chartWaiting">{translate('chart.waiting')}</div>;

/** A panel that is loaded when the numbers stand. The same element for ever: it is drawn again because of what it shows only. */
function later(load: () => Promise<ComponentType>): ReactNode {
  const Panel = lazyPart(load);
  return (
    <RestsOutOfView>
      <FileInTurn>
        <Suspense fallback={<Waiting />}>
          <Panel />
        </Suspense>
      </FileInTurn>
    </RestsOutOfView>
  );
}

type LatePanel = readonly [section: TuneSection, name: TextKey, panel: ReactNode];

/** What is asked of a choice, column by column: whether it holds, then what it has to hold up to. */
const QUESTIONS: readonly (readonly LatePanel[])[] = [
  [
    [
      'certainty',
      'certainty.title',
      later(() => import('./panels/Certainty/CertaintyPanel.tsx').then((module) => module.CertaintyPanel)),
    ],
    [
      'honest',
      'honest.title',
      later(() => import('./panels/Honest/HonestPanel.tsx').then((module) => module.HonestPanel)),
    ],
    [
      'price',
      'price.title',
      later(() => import('./panels/ImpliedPrice/ImpliedPricePanel.tsx').then((module) => module.ImpliedPricePanel)),
    ],
  ],
  [
    [
      'requirements',
      'requirements.title',
      later(() => import('./panels/Requirements/RequirementsPanel.tsx').then((module) => module.RequirementsPanel)),
    ],
    [
      'production',
      'production.title',
      later(() => import('./panels/Production/ProductionPanel.tsx').then((module) => module.ProductionPanel)),
    ],
    [
      'triage',
      'triage.title',
      later(() => import('./panels/Triage/TriagePanel.tsx').then((module) => module.TriagePanel)),
    ],
  ],
];

const CHARTS: readonly LatePanel[] = [
  [
    'precisionRecall',
    'chart.precisionRecall.title',
    later(() => import('./panels/PrecisionRecallPanel.tsx').then((module) => module.PrecisionRecallPanel)),
  ],
  ['roc', 'chart.roc.title', later(() => import('./panels/RocPanel.tsx').then((module) => module.RocPanel))],
  [
    'sweep',
    'chart.sweep.title',
    later(() => import('./panels/ThresholdSweepPanel.tsx').then((module) => module.ThresholdSweepPanel)),
  ],
  ['goal', 'chart.goal.title', later(() => import('./panels/GoalPanel.tsx').then((module) => module.GoalPanel))],
  ['gain', 'chart.gain.title', later(() => import('./panels/GainPanel.tsx').then((module) => module.GainPanel))],
  ['lift', 'chart.lift.title', later(() => import('./panels/LiftPanel.tsx').then((module) => module.LiftPanel))],
  [
    'decisionCurve',
    'chart.decisionCurve.title',
    later(() => import('./panels/DecisionCurvePanel.tsx').then((module) => module.DecisionCurvePanel)),
  ],
  [
    'reliability',
    'chart.reliability.title',
    later(() => import('./panels/Reliability/ReliabilityPanel.tsx').then((module) => module.ReliabilityPanel)),
  ],
  ['ks', 'chart.ks.title', later(() => import('./panels/KsPanel.tsx').then((module) => module.KsPanel))],
  [
    'automation',
    'automation.title',
    later(() => import('./panels/AutomationPanel.tsx').then((module) => module.AutomationPanel)),
  ],
];

/** Few files have folds, so nothing is kept free for them. */
const FoldsPanel = lazyPart(() => import('./panels/Folds/FoldsPanel.tsx').then((module) => module.FoldsPanel));

const METRICS: LatePanel = [
  'metrics',
  'metrics.title',
  <RestsOutOfView key="metrics">
    <MetricsTablePanel />
  </RestsOutOfView>,
];

const SCORES: LatePanel = [
  'scores',
  'chart.scores.title',
  later(() => import('./panels/ScoresByClassPanel.tsx').then((module) => module.ScoresByClassPanel)),
];

/** What one printed page holds, see print.css. */
const PRINTED: ReadonlySet<TuneSection> = new Set(['precisionRecall', 'roc', 'sweep', 'metrics']);

const ANSWER = later(() => import('./panels/Answer/AnswerPanel.tsx').then((module) => module.AnswerPanel));

/** From cause to effect: the rail, the sentence, the consequence, the alternatives, the table. */
export function TuneScreen() {
  const opened = useTuner((state) => state.opened);
  const openSections = useTuner((state) => state.openSections);
  const { setSectionOpen } = useActions();
  const folding = ([section, name, panel]: LatePanel) => (
    <Guarded key={section} name={translate(name)} subject={opened}>
      <Fold
        title={translate(name)}
        isOpen={openSections.includes(section)}
        isPrinted={PRINTED.has(section)}
        onToggle={(isOpen) => setSectionOpen(section, isOpen)}
      >
        {panel}
      </Fold>
    </Guarded>
  );
  return (
    <ChartTurns>
      <div className="tune">
        <div className="tuneCard" aria-hidden="true" />
        <PrintedDecision />
        <Guarded name={translate('rail.title')} subject={opened}>
          <RailPanel />
        </Guarded>
        <Guarded name={translate('threshold.section')} subject={opened}>
          <DecisionPanel />
        </Guarded>
        <Guarded name={translate('sentence.section')} subject={opened}>
          <SentencePanel />
        </Guarded>
        <div className="tuneAnswer">
          <Guarded name={translate('answer.title')} subject={opened}>
            {ANSWER}
          </Guarded>
        </div>
        <Guarded name={translate('rules.section')} subject={opened}>
          <RulesPanel />
          <GoalInForce />
        </Guarded>
        <Guarded name={translate('matrix.title')} subject={opened}>
          <ConfusionPanel />
        </Guarded>
        <Guarded name={translate('key.title')} subject={opened}>
          <RestsOutOfView>
            <KeyMetricsPanel />
          </RestsOutOfView>
        </Guarded>
        <div className="tuneQuestions">
          {QUESTIONS.map((column) => (
            <div key={column[0][0]}>{column.map(folding)}</div>
          ))}
        </div>
        <div className="tuneCharts">{CHARTS.map(folding)}</div>
        <Guarded name={translate('folds.title')} subject={opened}>
          <Suspense fallback={null}>
            <FoldsPanel />
          </Suspense>
        </Guarded>
        {folding(METRICS)}
        {folding(SCORES)}
      </div>
    </ChartTurns>
  );
}
