import { act, screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { PrecisionRecallPanel } from '../../../src/view/panels/PrecisionRecallPanel.tsx';
import { RocPanel } from '../../../src/view/panels/RocPanel.tsx';
import { ScoresByClassPanel } from '../../../src/view/panels/ScoresByClassPanel.tsx';
import { ThresholdSweepPanel } from '../../../src/view/panels/ThresholdSweepPanel.tsx';
import { evaluationOf, openedStore, show } from './openedStore.tsx';

const renders = vi.hoisted(() => ({ count: 0 }));

vi.mock('recharts', async (importOriginal) => {
  const recharts = await importOriginal<typeof import('recharts')>();
  return {
    ...recharts,
    ComposedChart: (props: ComponentProps<typeof recharts.ComposedChart>) => {
      renders.count += 1;
      return <recharts.ComposedChart {...props} />;
    },
  };
});

afterEach(() => {
  vi.restoreAllMocks();
});

const test = evaluationOf('test', [
  [1, 0.9],
  [0, 0.8],
  [1, 0.7],
  [1, 0.5],
  [0, 0.3],
]);

it.each([
  ['Precision and recall', <PrecisionRecallPanel key="pr" />],
  ['ROC', <RocPanel key="roc" />],
  ['Metrics by threshold', <ThresholdSweepPanel key="sweep" />],
  ['Scores by class', <ScoresByClassPanel key="scores" />],
])('%s draws its curves once, however far the threshold is dragged', (title, panel) => {
  const store = openedStore([test]);
  renders.count = 0;
  show(panel, store);
  const before = renders.count;
  expect(before).toBeGreaterThan(0);
  const value = () => screen.getByRole('slider', { name: `Marker on ${title}` }).getAttribute('aria-valuenow');
  for (const threshold of [0.1, 0.55, 0.85]) {
    act(() => store.getState().setThreshold(threshold, 'drag'));
    expect(value()).toBe(String(threshold));
  }
  expect(renders.count).toBe(before);
});
