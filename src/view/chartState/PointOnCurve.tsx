import { cutThreshold } from '../../core/scores/cutThreshold.ts';
import type { Evaluation } from '../../core/scores/evaluation.ts';
import { PointMarks } from '../charts/marks.tsx';
import { nearestVertex } from '../charts/picking.ts';
import type { Path } from '../charts/series.ts';
import { ThresholdControl } from './ThresholdControl.tsx';
import { type NamedMetric, useMarker, valueAt, valuesAt } from './useMarker.ts';

/** A curve of one metric against another, with the threshold of each vertex. */
export interface MetricCurve extends Path {
  readonly thresholds: ArrayLike<number>;
}

interface PointOnCurveProps {
  readonly title: string;
  readonly evaluation: Evaluation;
  readonly curve: MetricCurve;
  readonly across: NamedMetric;
  readonly upright: NamedMetric;
}

/** The marker of a curve: it stands at the exact operating point, and takes the threshold of the nearest vertex when dragged. */
export function PointOnCurve({ title, evaluation, curve, across, upright }: PointOnCurveProps) {
  const marker = useMarker();
  return (
    <>
      <PointMarks points={[{ x: valueAt(across.id, marker), y: valueAt(upright.id, marker) }]} radius={6.5} />
      <ThresholdControl
        title={title}
        moves="point"
        values={valuesAt([across, upright], marker)}
        thresholdAt={(x, y, frame) => {
          const nearest = nearestVertex(curve, frame, x, y);
          return nearest < 0 ? null : cutThreshold(evaluation.index, curve.thresholds[nearest], marker.rule);
        }}
      />
    </>
  );
}
