import { expect, it } from 'vitest';
import { BaseRateChart } from '../../../src/view/charts/BaseRateChart.tsx';
import { DecisionCurveChart } from '../../../src/view/charts/DecisionCurveChart.tsx';
import { GainChart } from '../../../src/view/charts/GainChart.tsx';
import { KsChart } from '../../../src/view/charts/KsChart.tsx';
import { LiftChart } from '../../../src/view/charts/LiftChart.tsx';
import { MovingLine } from '../../../src/view/charts/marks.tsx';
import { PrecisionRecallChart } from '../../../src/view/charts/PrecisionRecallChart.tsx';
import { ReliabilityChart } from '../../../src/view/charts/ReliabilityChart.tsx';
import { RocChart } from '../../../src/view/charts/RocChart.tsx';
import { ScoresByClassChart } from '../../../src/view/charts/ScoresByClassChart.tsx';
import { ThresholdSweepChart } from '../../../src/view/charts/ThresholdSweepChart.tsx';
import { UprightNames } from '../../../src/view/charts/UprightNames.tsx';
import { pictureOf, SIZE } from './picture.tsx';

it('draws precision and recall', async () => {
  const chart = (
    <PrecisionRecallChart
      size={SIZE}
      curve={{ name: 'test', path: { x: [0, 0.2, 0.2, 0.6, 0.6, 1], y: [0.8, 0.8, 0.7, 0.7, 0.3, 0.3] } }}
      others={[{ name: 'train', path: { x: [0, 0.5, 0.5, 1], y: [1, 1, 0.6, 0.6] } }]}
      prevalence={0.25}
    />
  );
  await expect(pictureOf(chart)).toMatchFileSnapshot('pictures/precisionRecall.svg');
});

it('draws ROC', async () => {
  const chart = (
    <RocChart
      size={SIZE}
      curve={{ name: 'test', path: { x: [0, 0, 0.2, 0.2, 1], y: [0, 0.5, 0.5, 0.8, 1] } }}
      others={[{ name: 'train', path: { x: [0, 0, 0.1, 1], y: [0, 0.7, 0.9, 1] } }]}
    />
  );
  await expect(pictureOf(chart)).toMatchFileSnapshot('pictures/roc.svg');
});

it('draws metrics by threshold, with gaps where they are undefined or infinite', async () => {
  const chart = (
    <ThresholdSweepChart
      size={SIZE}
      low={-4}
      high={6}
      sweeps={[
        {
          id: 'precision',
          name: 'precision',
          path: { x: [-4, 0, 0, 3, 3, 6], y: [0.4, 0.4, 0.8, 0.8, Number.NaN, Number.NaN] },
        },
        { id: 'recall', name: 'recall', path: { x: [-4, 0, 0, 3, 3, 6], y: [1, 1, 0.5, 0.5, 0, 0] } },
        { id: 'lift', name: 'lift', path: { x: [-4, 0, 0, 3, 3, 6], y: [1, 1, 2.5, 2.5, Infinity, Infinity] } },
      ]}
    />
  );
  await expect(pictureOf(chart)).toMatchFileSnapshot('pictures/thresholdSweep.svg');
});

it('draws scores by class, one band a split', async () => {
  const chart = (
    <ScoresByClassChart
      size={SIZE}
      low={0}
      high={1}
      splits={[
        { name: 'test', positives: [0.1, 0.2, 0.3, 0.4], negatives: [0.6, 0.2, 0.2, 0] },
        { name: 'train', positives: [0, 0, 0.5, 0.5], negatives: [Number.NaN, Number.NaN, Number.NaN, Number.NaN] },
      ]}
    />
  );
  await expect(pictureOf(chart)).toMatchFileSnapshot('pictures/scoresByClass.svg');
});

it('draws cumulative gains between chance and the perfect model', async () => {
  const chart = (
    <GainChart
      size={SIZE}
      prevalence={0.25}
      curve={{ name: 'test', path: { x: [0, 0.2, 0.5, 1], y: [0, 0.6, 0.9, 1] } }}
      others={[{ name: 'train', path: { x: [0, 0.2, 0.5, 1], y: [0, 0.7, 1, 1] } }]}
    />
  );
  await expect(pictureOf(chart)).toMatchFileSnapshot('pictures/gain.svg');
});

it('draws lift on a scale that ends at the perfect model', async () => {
  const chart = (
    <LiftChart
      size={SIZE}
      prevalence={0.25}
      curve={{ name: 'test', path: { x: [0.1, 0.2, 0.5, 1], y: [3.6, 3, 1.8, 1] } }}
      others={[]}
    />
  );
  await expect(pictureOf(chart)).toMatchFileSnapshot('pictures/lift.svg');
});

it('draws a decision curve, and no line below the floor', async () => {
  const chart = (
    <DecisionCurveChart
      size={SIZE}
      floor={-0.1}
      curve={{ name: 'all', path: { x: [0, 0.3, 0.3, 0.8, 0.9], y: [0.25, 0.2, 0.15, -0.2, -0.6] } }}
      others={[]}
      treatAll={{ x: [0, 0.2, 0.5], y: [0.25, 0.0625, -0.5] }}
    />
  );
  await expect(pictureOf(chart)).toMatchFileSnapshot('pictures/decisionCurve.svg');
});

it('draws the bins of a reliability diagram, their intervals and their counts', async () => {
  const bin = (low: number, amount: number, probTrue: number) => ({
    low,
    high: low + 0.25,
    amount,
    probPred: low + 0.1,
    probTrue,
  });
  const chart = (
    <ReliabilityChart
      size={SIZE}
      bins={[
        { ...bin(0, 120, 0.05), interval: { low: 0.02, high: 0.1 } },
        { ...bin(0.25, 60, 0.4), interval: { low: 0.28, high: 0.53 } },
        { ...bin(0.75, 12, 0.75), interval: null },
      ]}
    />
  );
  await expect(pictureOf(chart)).toMatchFileSnapshot('pictures/reliability.svg');
});

it('draws the distributions of the classes and their widest gap', async () => {
  const chart = (
    <KsChart
      size={SIZE}
      low={-2}
      high={2}
      positives={{ x: [-1, -1, 1, 1], y: [0, 0.2, 0.2, 1] }}
      negatives={{ x: [-1.5, -1.5, 0.5, 0.5], y: [0, 0.7, 0.7, 1] }}
      gap={{ x: 0.5, from: 0.2, to: 1 }}
    />
  );
  await expect(pictureOf(chart)).toMatchFileSnapshot('pictures/ks.svg');
});

it('draws precision by base rate, the names of both rates clear of the line', async () => {
  const chart = (
    <BaseRateChart
      size={SIZE}
      here={0.1}
      there={0.01}
      high={0.2}
      beneath={
        <>
          <MovingLine path={{ x: [0, 0.01, 0.1, 0.2], y: [0, 0.3, 0.8, Number.NaN] }} />
          <UprightNames
            names={[
              { id: 'here', text: 'test', x: 0.1, crossing: 0.8 },
              { id: 'there', text: 'production', x: 0.01, crossing: 0.3 },
            ]}
          />
        </>
      }
    />
  );
  await expect(pictureOf(chart)).toMatchFileSnapshot('pictures/baseRate.svg');
});
