import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { confusionAt } from '../../../src/core/scores/confusion.ts';
import type { Evaluation } from '../../../src/core/scores/evaluation.ts';
import { selectThreshold } from '../../../src/state/selectors.ts';
import type { TunerStore } from '../../../src/state/store.ts';
import { DecisionCurvePanel } from '../../../src/view/panels/DecisionCurvePanel.tsx';
import { GainPanel } from '../../../src/view/panels/GainPanel.tsx';
import { KsPanel } from '../../../src/view/panels/KsPanel.tsx';
import { LiftPanel } from '../../../src/view/panels/LiftPanel.tsx';
import { PrecisionRecallPanel } from '../../../src/view/panels/PrecisionRecallPanel.tsx';
import { ReliabilityPanel } from '../../../src/view/panels/Reliability/ReliabilityPanel.tsx';
import { RocPanel } from '../../../src/view/panels/RocPanel.tsx';
import { ScoresByClassPanel } from '../../../src/view/panels/ScoresByClassPanel.tsx';
import { ThresholdSweepPanel } from '../../../src/view/panels/ThresholdSweepPanel.tsx';
import { evaluationOf, openedStore, show } from './openedStore.tsx';

/** Positives at 0.05, 0.15 … 0.95, negatives at their squares: no two scores are equal. */
const ROWS = Array.from({ length: 10 }, (_, i) => (2 * i + 1) / 20).flatMap((score) => [
  [1, score] as const,
  [0, score ** 2] as const,
]);

/** What is drawn has lost all cuts but the first, one in the middle and the last; the index has not. */
function roughlyDrawn(evaluation: Evaluation): Evaluation {
  const { thresholds, tps, fps, positives, negatives } = evaluation.drawnCuts;
  const kept = [0, 6, thresholds.length - 1];
  const pick = (values: Float64Array) => Float64Array.from(kept, (k) => values[k]);
  return {
    ...evaluation,
    drawnCuts: { thresholds: pick(thresholds), tps: pick(tps), fps: pick(fps), positives, negatives },
  };
}

const full = evaluationOf('test', ROWS);
const rough = roughlyDrawn(full);

let store: TunerStore;
beforeEach(() => {
  store = openedStore([rough]);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const threshold = () => selectThreshold(store.getState());
const setThreshold = (value: number) => act(() => store.getState().setThreshold(value));
const slider = (title: string) => screen.getByRole('slider', { name: `Marker on ${title}` });

/** The plot's frame in pixels, from the control that covers it. */
function frameOf(title: string) {
  const [left, top, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
    Number(slider(title).getAttribute(name)),
  );
  return { x: (share: number) => left + share * width, y: (share: number) => top + (1 - share) * height };
}

function pointsOf(container: HTMLElement) {
  return [...container.querySelectorAll('circle.plotPoint')].map((circle) => ({
    x: Number(circle.getAttribute('cx')),
    y: Number(circle.getAttribute('cy')),
  }));
}

describe('the marker stands where the exact confusion puts it, whatever is drawn (fault 3)', () => {
  it.each([0.03, 0.2, 0.35, 0.6025, 0.8, 0.95])('at threshold %f', (value) => {
    const roc = show(<RocPanel />, store);
    setThreshold(value);
    const { tp, fp, fn, tn } = confusionAt(full.index, value, '>=');
    const rocFrame = frameOf('ROC');
    expect(pointsOf(roc.container)).toEqual([
      { x: expect.closeTo(rocFrame.x(fp / (fp + tn)), 9), y: expect.closeTo(rocFrame.y(tp / (tp + fn)), 9) },
    ]);
    roc.unmount();

    const { container } = show(<PrecisionRecallPanel />, store);
    const frame = frameOf('Precision and recall');
    expect(pointsOf(container)).toEqual([
      { x: expect.closeTo(frame.x(tp / (tp + fn)), 9), y: expect.closeTo(frame.y(tp / (tp + fp)), 9) },
    ]);
  });

  it.each([0.03, 0.2, 0.6025, 0.8, 0.95])(
    'on gains, lift, decision curve and distributions at threshold %f',
    (value) => {
      const { tp, fp, fn, tn } = confusionAt(full.index, value, '>=');
      const share = (tp + fp) / 20;
      const benefit = tp / 20 - ((fp / 20) * value) / (1 - value);
      // Ten of twenty are positive: lift ends at 2, and the drawing of net benefit at 0.3 times one half below 0.
      const cases = [
        ['Cumulative gains', <GainPanel key="gain" />, [[share, tp / 10]]],
        ['Lift', <LiftPanel key="lift" />, [[share, tp / (tp + fp) / 0.5 / 2]]],
        ['Decision curve', <DecisionCurvePanel key="benefit" />, [[value, (benefit + 0.15) / 0.65]]],
        [
          'How far apart the classes are',
          <KsPanel key="ks" />,
          [
            [value, fn / 10],
            [value, tn / 10],
          ],
        ],
      ] as const;
      for (const [title, panel, places] of cases) {
        const { container, unmount } = show(panel, store);
        setThreshold(value);
        const frame = frameOf(title);
        const inside = places.filter(([, y]) => y >= 0);
        expect(pointsOf(container), title).toEqual(
          inside.map(([x, y]) => ({ x: expect.closeTo(frame.x(x), 9), y: expect.closeTo(frame.y(y), 9) })),
        );
        unmount();
      }
    },
  );

  it('says and shows the same values', () => {
    show(<RocPanel />, store);
    setThreshold(0.6025);
    // 0.65, 0.75, 0.85, 0.95 of the positives; 0.85² and 0.95² of the negatives (0.75² = 0.5625).
    expect(screen.getByRole('figure').textContent).toContain('false positive rate 0.200 true positive rate 0.400');
    expect(slider('ROC').getAttribute('aria-valuetext')).toBe(
      'threshold 0.6025: false positive rate 0.200, true positive rate 0.400',
    );
  });

  it('obeys the rule at a threshold that is a score', () => {
    show(<RocPanel />, store);
    setThreshold(0.85);
    expect(slider('ROC').getAttribute('aria-valuetext')).toContain('true positive rate 0.200');
    act(() => store.getState().setRule('>'));
    expect(slider('ROC').getAttribute('aria-valuetext')).toContain('true positive rate 0.100');
  });
});

it('has no marker but a word where precision is undefined', () => {
  const { container } = show(<PrecisionRecallPanel />, store);
  setThreshold(0.5);
  expect(pointsOf(container)).toHaveLength(1);
  expect(screen.queryByText(/nothing is flagged/)).toBeNull();
  setThreshold(0.96);
  expect(pointsOf(container)).toHaveLength(0);
  expect(screen.getByText(/nothing is flagged/).textContent).toContain('precision —');
});

it('puts one dot a metric on the line of the threshold', () => {
  const { container } = show(<ThresholdSweepPanel />, store);
  setThreshold(0.6025);
  const frame = frameOf('Metrics by threshold');
  const line = container.querySelector('line.plotThreshold');
  expect(Number(line?.getAttribute('x1'))).toBeCloseTo(frame.x(0.6025), 9);
  const values = [4 / 6, 0.4, 8 / (8 + 6 + 2)];
  expect(pointsOf(container)).toEqual(
    values.map((value) => ({ x: expect.closeTo(frame.x(0.6025), 9), y: expect.closeTo(frame.y(value), 9) })),
  );
});

it('writes the threshold over the line through the scores, and nothing where the line is off the axis', () => {
  const { container } = show(<ScoresByClassPanel />, store);
  setThreshold(0.59);
  expect(screen.getByText('threshold 0.59')).toBeTruthy();
  setThreshold(7);
  expect(container.querySelector('line.plotThreshold')).toBeNull();
});

describe('press and drag', () => {
  it('takes the threshold of the nearest vertex of the curve, and its value under the strict rule', () => {
    store = openedStore([full]);
    show(<RocPanel />, store);
    const frame = frameOf('ROC');
    const press = () =>
      fireEvent.pointerDown(slider('ROC'), {
        clientX: frame.x(0.21),
        clientY: frame.y(0.41),
        isPrimary: true,
        button: 0,
      });
    press();
    // (0.2, 0.4): four positives down to 0.65 and two negatives; the next lower score is 0.55² = 0.3025 or the positive 0.55.
    expect(threshold()).toBe(0.65);
    fireEvent.pointerUp(slider('ROC'));
    act(() => store.getState().setRule('>'));
    press();
    const { tp, fp } = confusionAt(full.index, threshold(), '>');
    expect({ tp, fp }).toEqual({ tp: 4, fp: 2 });
    expect(threshold()).toBe(0.5625);
  });

  it('takes the nearest stop of the slider, and undoes a drag in one step', () => {
    show(<ThresholdSweepPanel />, store);
    const title = 'Metrics by threshold';
    const frame = frameOf(title);
    setThreshold(0.5);
    const steps = store.getState().history.past.length;
    fireEvent.pointerDown(slider(title), { clientX: frame.x(0.301), clientY: 100, isPrimary: true, button: 0 });
    expect(threshold()).toBe(0.3);
    fireEvent.pointerMove(slider(title), { clientX: frame.x(0.5749), clientY: 100 });
    expect(threshold()).toBe(0.57);
    fireEvent.pointerMove(slider(title), { clientX: frame.x(2), clientY: 100 });
    expect(threshold()).toBe(1);
    fireEvent.pointerUp(slider(title));
    fireEvent.pointerMove(slider(title), { clientX: frame.x(0.1), clientY: 100 });
    expect(threshold()).toBe(1);
    expect(store.getState().history.past.length).toBe(steps + 1);
    act(() => store.getState().undo());
    expect(threshold()).toBe(0.5);
  });

  it('takes the cut of the nearest vertex of gains, and stops of the slider on lines', () => {
    store = openedStore([full]);
    const gains = show(<GainPanel />, store);
    const frame = frameOf('Cumulative gains');
    const main = { isPrimary: true, button: 0 };
    fireEvent.pointerDown(slider('Cumulative gains'), { clientX: frame.x(0.31), clientY: frame.y(0.41), ...main });
    // Six of twenty flagged: four positives down to 0.65, two negatives.
    expect(threshold()).toBe(0.65);
    gains.unmount();
    for (const [title, panel] of [
      ['Decision curve', <DecisionCurvePanel key="benefit" />],
      ['Reliability', <ReliabilityPanel key="reliability" />],
      ['How far apart the classes are', <KsPanel key="ks" />],
    ] as const) {
      setThreshold(0.5);
      const { unmount } = show(panel, store);
      fireEvent.pointerDown(slider(title), { clientX: frameOf(title).x(0.234), clientY: 100, ...main });
      expect(threshold(), title).toBe(0.23);
      unmount();
    }
  });

  it('lets a finger scroll, and sets the threshold by a tap or a sideways drag', () => {
    show(<ScoresByClassPanel />, store);
    const title = 'Scores by class';
    const finger = { pointerType: 'touch', isPrimary: true, button: 0, pointerId: 7 };
    const frame = frameOf(title);
    const before = threshold();
    fireEvent.pointerDown(slider(title), { ...finger, clientX: frame.x(0.2), clientY: 150 });
    fireEvent.pointerMove(slider(title), { ...finger, clientX: frame.x(0.2) + 5, clientY: 110 });
    fireEvent.pointerCancel(slider(title), finger);
    fireEvent.pointerUp(slider(title), { ...finger, clientX: frame.x(0.2), clientY: 110 });
    expect(threshold()).toBe(before);

    fireEvent.pointerDown(slider(title), { ...finger, clientX: frame.x(0.2), clientY: 150 });
    expect(threshold()).toBe(before);
    fireEvent.pointerUp(slider(title), { ...finger, clientX: frame.x(0.2), clientY: 150 });
    expect(threshold()).toBe(0.2);

    fireEvent.pointerDown(slider(title), { ...finger, clientX: frame.x(0.2), clientY: 150 });
    fireEvent.pointerMove(slider(title), { ...finger, clientX: frame.x(0.4), clientY: 155 });
    expect(threshold()).toBe(0.4);
  });
});

it('moves by the keys of the slider and by no other', () => {
  show(<PrecisionRecallPanel />, store);
  setThreshold(0.6025);
  const plot = slider('Precision and recall');
  const press = (key: string, more = {}) => fireEvent.keyDown(plot, { key, ...more });
  expect(press('ArrowRight')).toBe(false);
  expect(threshold()).toBe(0.61);
  press('PageDown');
  expect(threshold()).toBe(0.51);
  press('ArrowRight', { shiftKey: true });
  expect(threshold()).toBe(0.5625);
  press('Home');
  expect(threshold()).toBe(0);
  expect(press('Tab')).toBe(true);
  expect(press('ArrowRight', { ctrlKey: true })).toBe(true);
  expect(threshold()).toBe(0);
});
