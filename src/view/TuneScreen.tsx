import { lazy, type ReactNode, Suspense } from 'react';
import { translate } from '../i18n/translate.ts';
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

const PrecisionRecallPanel = lazy(() =>
  import('./panels/PrecisionRecallPanel.tsx').then((module) => ({ default: module.PrecisionRecallPanel })),
);
const RocPanel = lazy(() => import('./panels/RocPanel.tsx').then((module) => ({ default: module.RocPanel })));
const ThresholdSweepPanel = lazy(() =>
  import('./panels/ThresholdSweepPanel.tsx').then((module) => ({ default: module.ThresholdSweepPanel })),
);
const GoalPanel = lazy(() => import('./panels/GoalPanel.tsx').then((module) => ({ default: module.GoalPanel })));
const ScoresByClassPanel = lazy(() =>
  import('./panels/ScoresByClassPanel.tsx').then((module) => ({ default: module.ScoresByClassPanel })),
);
const ProductionPanel = lazy(() =>
  import('./panels/Production/ProductionPanel.tsx').then((module) => ({ default: module.ProductionPanel })),
);
const CertaintyPanel = lazy(() =>
  import('./panels/Certainty/CertaintyPanel.tsx').then((module) => ({ default: module.CertaintyPanel })),
);
const HonestPanel = lazy(() =>
  import('./panels/Honest/HonestPanel.tsx').then((module) => ({ default: module.HonestPanel })),
);
const TriagePanel = lazy(() =>
  import('./panels/Triage/TriagePanel.tsx').then((module) => ({ default: module.TriagePanel })),
);
const RequirementsPanel = lazy(() =>
  import('./panels/Requirements/RequirementsPanel.tsx').then((module) => ({ default: module.RequirementsPanel })),
);
const ImpliedPricePanel = lazy(() =>
  import('./panels/ImpliedPrice/ImpliedPricePanel.tsx').then((module) => ({ default: module.ImpliedPricePanel })),
);
const GainPanel = lazy(() => import('./panels/GainPanel.tsx').then((module) => ({ default: module.GainPanel })));
const LiftPanel = lazy(() => import('./panels/LiftPanel.tsx').then((module) => ({ default: module.LiftPanel })));
const DecisionCurvePanel = lazy(() =>
  import('./panels/DecisionCurvePanel.tsx').then((module) => ({ default: module.DecisionCurvePanel })),
);
const ReliabilityPanel = lazy(() =>
  import('./panels/Reliability/ReliabilityPanel.tsx').then((module) => ({ default: module.ReliabilityPanel })),
);
const KsPanel = lazy(() => import('./panels/KsPanel.tsx').then((module) => ({ default: module.KsPanel })));

const AutomationPanel = lazy(() =>
  import('./panels/AutomationPanel.tsx').then((module) => ({ default: module.AutomationPanel })),
);

const waiting = <div className="chartWaiting">{translate('chart.waiting')}</div>;

const inTurn = (panel: ReactNode) => (
  <RestsOutOfView>
    <FileInTurn>
      <Suspense fallback={waiting}>{panel}</Suspense>
    </FileInTurn>
  </RestsOutOfView>
);
// The same elements for ever: a chart is drawn again because of what it shows, never because of what is around it.
const PRECISION_RECALL = inTurn(<PrecisionRecallPanel />);
const ROC = inTurn(<RocPanel />);
const SWEEP = inTurn(<ThresholdSweepPanel />);
const GAIN = inTurn(<GainPanel />);
const LIFT = inTurn(<LiftPanel />);
const DECISION_CURVE = inTurn(<DecisionCurvePanel />);
const RELIABILITY = inTurn(<ReliabilityPanel />);
const KS = inTurn(<KsPanel />);
const AUTOMATION = inTurn(<AutomationPanel />);
const GOAL = inTurn(<GoalPanel />);
const SCORES = inTurn(<ScoresByClassPanel />);
const REQUIREMENTS = inTurn(<RequirementsPanel />);
const IMPLIED_PRICE = inTurn(<ImpliedPricePanel />);

const question = (panel: ReactNode) => (
  <RestsOutOfView>
    <Suspense fallback={waiting}>{panel}</Suspense>
  </RestsOutOfView>
);
const PRODUCTION = inTurn(<ProductionPanel />);
const CERTAINTY = question(<CertaintyPanel />);
const HONEST = question(<HonestPanel />);
const TRIAGE = question(<TriagePanel />);

/** From cause to effect: the rail, the sentence, the consequence, the alternatives, the table. */
export function TuneScreen() {
  const opened = useTuner((state) => state.opened);
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
          <Guarded name={translate('certainty.title')} subject={opened}>
            {CERTAINTY}
          </Guarded>
          <Guarded name={translate('honest.title')} subject={opened}>
            {HONEST}
          </Guarded>
          <Guarded name={translate('price.title')} subject={opened}>
            {IMPLIED_PRICE}
          </Guarded>
          <Guarded name={translate('requirements.title')} subject={opened}>
            {REQUIREMENTS}
          </Guarded>
          <Guarded name={translate('production.title')} subject={opened}>
            {PRODUCTION}
          </Guarded>
          <Guarded name={translate('triage.title')} subject={opened}>
            {TRIAGE}
          </Guarded>
        </div>
        <div className="tuneCharts">
          <Guarded name={translate('chart.precisionRecall.title')} subject={opened}>
            {PRECISION_RECALL}
          </Guarded>
          <Guarded name={translate('chart.roc.title')} subject={opened}>
            {ROC}
          </Guarded>
          <Guarded name={translate('chart.sweep.title')} subject={opened}>
            {SWEEP}
          </Guarded>
          <Guarded name={translate('chart.goal.title')} subject={opened}>
            {GOAL}
          </Guarded>
          <Guarded name={translate('chart.gain.title')} subject={opened}>
            {GAIN}
          </Guarded>
          <Guarded name={translate('chart.lift.title')} subject={opened}>
            {LIFT}
          </Guarded>
          <Guarded name={translate('chart.decisionCurve.title')} subject={opened}>
            {DECISION_CURVE}
          </Guarded>
          <Guarded name={translate('chart.reliability.title')} subject={opened}>
            {RELIABILITY}
          </Guarded>
          <Guarded name={translate('chart.ks.title')} subject={opened}>
            {KS}
          </Guarded>
          <Guarded name={translate('automation.title')} subject={opened}>
            {AUTOMATION}
          </Guarded>
        </div>
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
