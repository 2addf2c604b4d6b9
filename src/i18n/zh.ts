import type { en } from './en.ts';
import type { enLater } from './enLater.ts';
import { appText } from './zh/app.ts';
import { askingText } from './zh/asking.ts';
import { casesText } from './zh/cases.ts';
import { certaintyText } from './zh/certainty.ts';
import { chartText } from './zh/charts.ts';
import { classesText } from './zh/classes.ts';
import { columnsText } from './zh/columns.ts';
import { compareText } from './zh/compare.ts';
import { curvesText } from './zh/curves.ts';
import { exportText } from './zh/exports.ts';
import { fairnessText } from './zh/fairness.ts';
import { fileCheckText } from './zh/fileCheck.ts';
import { foldsText } from './zh/folds.ts';
import { formatText } from './zh/formats.ts';
import { goalsText } from './zh/goals.ts';
import { honestText } from './zh/honest.ts';
import { keepingText } from './zh/keeping.ts';
import { labelsText } from './zh/labels.ts';
import { languagesText } from './zh/languages.ts';
import { learnText } from './zh/learn.ts';
import { metricText } from './zh/metrics.ts';
import { predictText } from './zh/predict.ts';
import { priceText } from './zh/price.ts';
import { productionText } from './zh/production.ts';
import { readingText } from './zh/reading.ts';
import { requirementText } from './zh/requirements.ts';
import { shellText } from './zh/shell.ts';
import { slicesText } from './zh/slices.ts';
import { topicText } from './zh/topics.ts';
import { traceText } from './zh/trace.ts';
import { trainingText } from './zh/training.ts';
import { triageText } from './zh/triage.ts';

/**
 * Every text of the page in Simplified Chinese, one file a topic as in `en/`, each with the keys of its English twin.
 *
 * How it is written: plain words and short sentences, “你”, no plural holes (a measure word does that work), every other hole of the English kept;
 * full-width punctuation in Chinese sentences and brackets, “” for names out of the file, a space between Chinese and Latin or digits
 * and round a hole, “95%” without one. The same word for the same thing: case 样本, row 行, sample file 示例, flag 标记, positive 正例 (the class 正类),
 * miss 漏报, false alarm 误报, hit 命中, leave alone 放过, threshold 阈值, score 分数, label 标签, split 划分, slice 切片, group 分组, goal 目标,
 * requirement 要求, cost 成本, look 复核, fold 折, bin 分箱, draw 抽样, share 比例 or 占比, points 个百分点.
 */
export const zh = {
  ...appText,
  ...askingText,
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
  ...formatText,
  ...goalsText,
  ...honestText,
  ...keepingText,
  ...labelsText,
  ...languagesText,
  ...learnText,
  ...metricText,
  ...predictText,
  ...priceText,
  ...productionText,
  ...readingText,
  ...requirementText,
  ...shellText,
  ...slicesText,
  ...topicText,
  ...traceText,
  ...trainingText,
  ...triageText,
} satisfies Record<keyof typeof en | keyof typeof enLater, string>;
