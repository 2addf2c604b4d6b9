import { appText } from './en/app.ts';
import { certaintyText } from './en/certainty.ts';
import { chartText } from './en/charts.ts';
import { columnsText } from './en/columns.ts';
import { curvesText } from './en/curves.ts';
import { exportText } from './en/exports.ts';
import { fileCheckText } from './en/fileCheck.ts';
import { formatText } from './en/formats.ts';
import { goalsText } from './en/goals.ts';
import { keepingText } from './en/keeping.ts';
import { languagesText } from './en/languages.ts';
import { metricText } from './en/metrics.ts';
import { predictText } from './en/predict.ts';
import { readingText } from './en/reading.ts';
import { requirementText } from './en/requirements.ts';
import { shellText } from './en/shell.ts';

/** The sentences of the first view, and of what it needs for its numbers. Those of the other screens and panels are in `enLater.ts`. */
export const en = {
  ...appText,
  ...certaintyText,
  ...chartText,
  ...columnsText,
  ...curvesText,
  ...exportText,
  ...fileCheckText,
  ...formatText,
  ...goalsText,
  ...keepingText,
  ...languagesText,
  ...metricText,
  ...predictText,
  ...readingText,
  ...requirementText,
  ...shellText,
} as const satisfies Record<string, string>;
