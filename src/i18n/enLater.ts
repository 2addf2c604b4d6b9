import { askingText } from './en/asking.ts';
import { casesText } from './en/cases.ts';
import { classesText } from './en/classes.ts';
import { compareText } from './en/compare.ts';
import { fairnessText } from './en/fairness.ts';
import { foldsText } from './en/folds.ts';
import { honestText } from './en/honest.ts';
import { labelsText } from './en/labels.ts';
import { learnText } from './en/learn.ts';
import { priceText } from './en/price.ts';
import { productionText } from './en/production.ts';
import { slicesText } from './en/slices.ts';
import { topicText } from './en/topics.ts';
import { traceText } from './en/trace.ts';
import { trainingText } from './en/training.ts';
import { triageText } from './en/triage.ts';

/** The sentences of the screens and panels that are loaded when somebody asks for them; they come with those, by `later.ts`. */
export const enLater = {
  ...askingText,
  ...casesText,
  ...classesText,
  ...compareText,
  ...fairnessText,
  ...foldsText,
  ...honestText,
  ...labelsText,
  ...learnText,
  ...priceText,
  ...productionText,
  ...slicesText,
  ...topicText,
  ...traceText,
  ...trainingText,
  ...triageText,
} as const satisfies Record<string, string>;
