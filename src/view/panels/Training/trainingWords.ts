import type { TrainingSide } from '../../../core/training/columnMeaning.ts';
import type { TrainingHistory, TrainingMeasure } from '../../../core/training/history.ts';
import type { EpochObservation, TrainingStory } from '../../../core/training/observations.ts';
import { formatEdge } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';

/** “epoch 12”, as the file numbers it. */
export const epochName = ({ numbering, epochs }: TrainingHistory, at: number): string =>
  translate(`training.${numbering}`, { number: formatEdge(epochs[at]) });

/** “Loss”; what is not known by a plain name is called as the file calls it. */
export function measureName({ stem }: TrainingMeasure): string {
  return stem === 'loss' || stem === 'accuracy' ? translate(`training.measure.${stem}`) : stem;
}

export const sideName = (side: TrainingSide): string => translate(`training.side.${side}`);

export const heldOutName = ({ heldOut }: TrainingStory): string => sideName(heldOut ?? 'validation');

export const observationText = (observation: EpochObservation, story: TrainingStory): string =>
  translate(`training.observation.${observation}`, { heldOut: heldOutName(story) });
