import { useContext, useEffect, useState } from 'react';
import { thresholdMetric } from '../../core/metrics/catalog.ts';
import type { ThresholdMetricId } from '../../core/metrics/metric.ts';
import type { Confusion, DecisionRule } from '../../core/scores/confusion.ts';
import { formatMetric } from '../../i18n/format.ts';
import { selectConfusion, selectRule, selectThreshold } from '../../state/selectors.ts';
import type { TunerState } from '../../state/tunerState.ts';
import { TunerContext, useTuner } from '../../state/useTuner.ts';
import type { NamedValue } from '../charts/Readout.tsx';

/** Where every chart's marker stands. */
export interface Marker {
  readonly threshold: number;
  readonly rule: DecisionRule;
  /** On the split in view, counted at the exact threshold, never read from a drawn vertex. */
  readonly confusion: Confusion;
}

const NOBODY: Confusion = { tp: 0, fp: 0, fn: 0, tn: 0 };

/** Renders again at every move of the threshold: for the marker layer only. */
export function useMarker(): Marker {
  const threshold = useTuner(selectThreshold);
  const rule = useTuner(selectRule);
  const confusion = useTuner(selectConfusion) ?? NOBODY;
  return { threshold, rule, confusion };
}

/** Reads where the marker stands when it is asked: for what only a press needs. */
export function useMarkerNow(): () => Marker {
  const store = useContext(TunerContext);
  return () => (store === null ? NOWHERE : markerOf(store.getState()));
}

const QUIET_MS = 400;

/** Where the marker last stood still: what is read aloud must not follow every pixel of a drag. */
export function useMarkerAtRest(): Marker {
  const store = useContext(TunerContext);
  const [marker, setMarker] = useState(() => (store === null ? NOWHERE : markerOf(store.getState())));
  useEffect(() => {
    if (store === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => setMarker(markerOf(store.getState()));
    const wait = (state: TunerState, before: TunerState) => {
      if (
        state.decision === before.decision &&
        state.opened === before.opened &&
        state.chosenSplit === before.chosenSplit
      )
        return;
      clearTimeout(timer);
      timer = setTimeout(settle, QUIET_MS);
    };
    settle();
    const leave = store.subscribe(wait);
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [store]);
  return marker;
}

const NOWHERE: Marker = { threshold: Number.NaN, rule: '>=', confusion: NOBODY };

function markerOf(state: TunerState): Marker {
  return { threshold: selectThreshold(state), rule: selectRule(state), confusion: selectConfusion(state) ?? NOBODY };
}

/** A metric and what a chart calls it. */
export interface NamedMetric {
  readonly id: ThresholdMetricId;
  readonly name: string;
}

/** The metric's exact value at the marker; NaN where undefined. */
export function valueAt(id: ThresholdMetricId, { confusion, threshold }: Marker): number {
  return thresholdMetric(id).of(confusion, threshold);
}

/** The values of several metrics at the marker, as shown. */
export function valuesAt(metrics: readonly NamedMetric[], marker: Marker): readonly NamedValue[] {
  return metrics.map(({ id, name }) => ({ name, value: formatMetric(valueAt(id, marker)) }));
}
