import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { type TextKey, translate } from '../i18n/translate.ts';
import { useTuner } from '../state/useTuner.ts';
import { FileInTurn } from './chartState/FileInTurn.tsx';
import { RestsOutOfView } from './chartState/RestsOutOfView.tsx';
import { ChartTurns } from './charts/turns.tsx';
import { Guarded } from './controls/Guarded.tsx';
import { ConfusionPanel } from './panels/Confusion/ConfusionPanel.tsx';
import { FoldsPanel } from './panels/Folds/FoldsPanel.tsx';
import { KeyMetricsPanel } from './panels/KeyMetrics/KeyMetricsPanel.tsx';
import { MetricsTablePanel } from './panels/MetricsTable/MetricsTablePanel.tsx';
import { SentencePanel } from './panels/Sentence/SentencePanel.tsx';
import { DecisionPanel } from './panels/Threshold/DecisionPanel.tsx';
import { GoalInForce } from './panels/Threshold/GoalInForce.tsx';
import { PrintedDecision } from './panels/Threshold/PrintedDecision.tsx';
import { RailPanel } from './panels/Threshold/RailPanel.tsx';
import { RulesPanel } from './panels/Threshold/RulesPanel.tsx';
import './TuneScreen.css';

const waiting = <div className="chartWaiting">{translate('chart.waiting')}</div>;

/** A panel that is loaded when the numbers stand. The same element for ever: it is drawn again because of what it shows only. */
function later(load: () => Promise<ComponentType>): ReactNode {
  const Panel = lazy(async () => ({ default: await load() }));
  return (
    <RestsOutOfView>
      <FileInTurn>
        <Suspense fallback={waiting}>
          <Panel />
        </Suspense>
      </FileInTurn>
    </RestsOutOfView>
  );
}

type LatePanel = readonly [name: TextKey, panel: ReactNode];

/** What is asked of a choice, column by column: whether it holds, then what it has to hold up to. */
const QUESTIONS: readonly (readonly LatePanel[])[] = [
  [
    [
      'certainty.title',
      later(() => import('./panels/Certainty/CertaintyPanel.tsx').then((module) => module.CertaintyPanel)),
    ],
    ['honest.title', later(() => import('./panels/Honest/HonestPanel.tsx').then((module) => module.HonestPanel))],
    [
      'price.title',
      later(() => import('./panels/ImpliedPrice/ImpliedPricePanel.tsx').then((module) => module.ImpliedPricePanel)),
    ],
  ],
  [
    [
      'requirements.title',
      later(() => import('./panels/Requirements/RequirementsPanel.tsx').then((module) => module.RequirementsPanel)),
    ],
    [
      'production.title',
      later(() => import('./panels/Production/ProductionPanel.tsx').then((module) => module.ProductionPanel)),
    ],
    ['triage.title', later(() => import('./panels/Triage/TriagePanel.tsx').then((module) => module.TriagePanel))],
  ],
];

const CHARTS: readonly LatePanel[] = [
  [
    'chart.precisionRecall.title',
    later(() => import('./panels/PrecisionRecallPanel.tsx').then((module) => module.PrecisionRecallPanel)),
  ],
  ['chart.roc.title', later(() => import('./panels/RocPanel.tsx').then((module) => module.RocPanel))],
  [
    'chart.sweep.title',
    later(() => import('./panels/ThresholdSweepPanel.tsx').then((module) => module.ThresholdSweepPanel)),
  ],
  ['chart.goal.title', later(() => import('./panels/GoalPanel.tsx').then((module) => module.GoalPanel))],
  ['chart.gain.title', later(() => import('./panels/GainPanel.tsx').then((module) => module.GainPanel))],
  ['chart.lift.title', later(() => import('./panels/LiftPanel.tsx').then((module) => module.LiftPanel))],
  [
    'chart.decisionCurve.title',
    later(() => import('./panels/DecisionCurvePanel.tsx').then((module) => module.DecisionCurvePanel)),
  ],
  [
    'chart.reliability.title',
    later(() => import('./panels/Reliability/ReliabilityPanel.tsx').then((module) => module.ReliabilityPanel)),
  ],
  ['chart.ks.title', later(() => import('./panels/KsPanel.tsx').then((module) => module.KsPanel))],
  ['automation.title', later(() => import('./panels/AutomationPanel.tsx').then((module) => module.AutomationPanel))],
];

const SCORES = later(() => import('./panels/ScoresByClassPanel.tsx').then((module) => module.ScoresByClassPanel));

const ANSWER = later(() => import('./panels/Answer/AnswerPanel.tsx').then((module) => module.AnswerPanel));

/** From cause to effect: the rail, the sentence, the consequence, the alternatives, the table. */
export function TuneScreen() {
  const opened = useTuner((state) => state.opened);
  const guarded = ([name, panel]: LatePanel) => (
    <Guarded key={name} name={translate(name)} subject={opened}>
      {panel}
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
            <div key={column[0][0]}>{column.map(guarded)}</div>
          ))}
        </div>
        <div className="tuneCharts">{CHARTS.map(guarded)}</div>
        <Guarded name={translate('folds.title')} subject={opened}>
          <FoldsPanel />
        </Guarded>
        <Guarded name={translate('metrics.title')} subject={opened}>
          <RestsOutOfView>
            <MetricsTablePanel />
          </RestsOutOfView>
        </Guarded>
        <Guarded name={translate('chart.scores.title')} subject={opened}>
          {SCORES}
        </Guarded>
      </div>
    </ChartTurns>
  );
}
