import type { Interpretation } from '../core/roles/interpretation.ts';
import { createLatest } from './latest.ts';

/** The turns that the slices of the open data share: one file is opened at a time, one reading prepared, and the newest wins. */
export interface DatasetTurns {
  startOpening(): AbortSignal;
  cancelOpening(): void;
  /** `reading`: what further changes build on until this one is there; null where they build on what is on screen. */
  startPreparing(reading: Interpretation | null): AbortSignal;
  /** The reading that is being prepared. */
  pending(): Interpretation | null;
  endPreparing(): void;
  cancelPreparing(): void;
}

export function createDatasetTurns(): DatasetTurns {
  const latest = createLatest();
  let pending: Interpretation | null = null;
  const endPreparing = () => {
    pending = null;
  };
  return {
    startOpening: () => latest.start('open'),
    cancelOpening: () => latest.cancel('open'),
    startPreparing: (reading) => {
      pending = reading;
      return latest.start('prepare');
    },
    pending: () => pending,
    endPreparing,
    cancelPreparing: () => {
      latest.cancel('prepare');
      endPreparing();
    },
  };
}
