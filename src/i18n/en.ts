import { appText } from './en/app.ts';
import { casesText } from './en/cases.ts';
import { certaintyText } from './en/certainty.ts';
import { chartText } from './en/charts.ts';
import { classesText } from './en/classes.ts';
import { columnsText } from './en/columns.ts';
import { compareText } from './en/compare.ts';
import { curvesText } from './en/curves.ts';
import { exportText } from './en/exports.ts';
import { fairnessText } from './en/fairness.ts';
import { fileCheckText } from './en/fileCheck.ts';
import { foldsText } from './en/folds.ts';
import { goalsText } from './en/goals.ts';
import { honestText } from './en/honest.ts';
import { keepingText } from './en/keeping.ts';
import { labelsText } from './en/labels.ts';
import { languagesText } from './en/languages.ts';
import { metricText } from './en/metrics.ts';
import { predictText } from './en/predict.ts';
import { priceText } from './en/price.ts';
import { productionText } from './en/production.ts';
import { readingText } from './en/reading.ts';
import { requirementText } from './en/requirements.ts';
import { slicesText } from './en/slices.ts';
import { traceText } from './en/trace.ts';
import { trainingText } from './en/training.ts';
import { triageText } from './en/triage.ts';

/** Every sentence a person reads. The other languages take their shape from this one. */
export const en = {
  ...appText,
  ...casesText,
  ...certaintyText,
  ...chartText,
  ...classesText,
  ...columnsText,
  ...compareText,
  ...curvesText,
  ...exportText,
  ...fairnessText,
  ...fileCheckText,
  ...foldsText,
  ...goalsText,
  ...honestText,
  ...keepingText,
  ...labelsText,
  ...languagesText,
  ...metricText,
  ...predictText,
  ...priceText,
  ...productionText,
  ...readingText,
  ...requirementText,
  ...slicesText,
  ...traceText,
  ...trainingText,
  ...triageText,
} as const satisfies Record<string, string>;
