import { expect, it } from 'vitest';
import { PrecisionRecallChart } from '../../../src/view/charts/PrecisionRecallChart.tsx';
import { RocChart } from '../../../src/view/charts/RocChart.tsx';
import { ScoresByClassChart } from '../../../src/view/charts/ScoresByClassChart.tsx';
import { ThresholdSweepChart } from '../../../src/view/charts/ThresholdSweepChart.tsx';
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
