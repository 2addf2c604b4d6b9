import { betterOf, type Objective } from '../../core/choose/objective.ts';
import { goalText } from '../../i18n/goalText.ts';
import { translate } from '../../i18n/translate.ts';

/** What a goal is called where the prices of the lowest cost stand beside it already. */
export const goalName = (objective: Objective, unit: string): string =>
  objective.kind === 'cost' && objective.amounts === undefined
    ? translate('goal.name.cost')
    : goalText(objective, betterOf(objective), unit);
