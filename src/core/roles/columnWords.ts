import type { LabelValue } from './labels.ts';

/** What Chinese files call their columns, and the parts of a data set. */
const CHINESE: Readonly<Record<string, string>> = {
  真实标签: 'true_label',
  实际标签: 'actual_label',
  真实类别: 'true_class',
  实际类别: 'actual_class',
  真实值: 'y_true',
  实际值: 'y_true',
  真值: 'truth',
  真实: 'true',
  实际: 'actual',
  目标变量: 'target',
  因变量: 'target',
  目标: 'target',
  标签: 'label',
  标注: 'label',
  类别: 'class',
  预测概率: 'predicted_probability',
  预测得分: 'prediction_score',
  预测分数: 'prediction_score',
  预测标签: 'predicted_label',
  预测类别: 'predicted_class',
  预测结果: 'predicted_class',
  预测值: 'prediction',
  预测: 'predicted',
  概率: 'probability',
  可能性: 'probability',
  得分: 'score',
  分数: 'score',
  评分: 'score',
  打分: 'score',
  置信度: 'confidence',
  风险: 'risk',
  数据集划分: 'split',
  数据集: 'dataset',
  划分: 'split',
  训练集: 'train',
  验证集: 'validation',
  测试集: 'test',
  样本权重: 'sample_weight',
  权重: 'weight',
  样本数: 'n_rows',
  模型名称: 'model_name',
  模型: 'model',
  算法: 'algorithm',
  性别: 'sex',
  种族: 'race',
  民族: 'ethnicity',
  年龄段: 'age_band',
  年龄组: 'age_group',
  地区: 'region',
  国家: 'country',
  分组: 'group',
  组别: 'group',
  编号: 'id',
  序号: 'id',
  日期: 'date',
  时间: 'time',
  月份: 'month',
  年份: 'year',
  阈值: 'threshold',
};
const CHINESE_WORDS = new RegExp(
  Object.keys(CHINESE)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);
/** A whole name that means something else within a longer one: a fold (折) is part of a discount, training (训练) of a course. */
const CHINESE_NAMES: ReadonlyMap<string, string> = new Map([
  ['折', 'fold'],
  ['折号', 'fold'],
  ['训练', 'train'],
  ['验证', 'validation'],
  ['测试', 'test'],
]);

/**
 * A column name as lower-case words joined by "_": "P (Churn=Yes)" → "p_churn_yes", "yTrue" → "y_true", ".pred_yes" → "pred_yes". What
 * Chinese files call their columns becomes the English word for it: "预测概率" → "predicted_probability", "客户ID" → "客户_id".
 */
export function columnWords(name: string): string {
  const whole = CHINESE_NAMES.get(name.trim());
  if (whole !== undefined) return whole;
  return name
    .normalize('NFKC')
    .replace(CHINESE_WORDS, (word) => `_${CHINESE[word]}_`)
    .replace(/(\p{Script=Han})([A-Za-z\d])|([A-Za-z\d])(?=\p{Script=Han})/gu, (_, han, latin, before) =>
      before === undefined ? `${han}_${latin}` : `${before}_`,
    )
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}

/** What stands before a class number in the name of a class's score: prob_1, y_proba_0, logit_1 — but not model_1. */
const BEFORE_NUMBER =
  /^(?:y_)?(?:pred(?:ict|icted)?_|scored_)?(?:p|probs?|proba|probability|probabilities|logits?|pred|predictions|class|confidence)(?:_for)?(?:_class|_label)?$|^predicted_.+_probs$/;

/** The number of a place among the classes: `logits[1]`, prob_1, p1, 1. */
const PLACE = /^(.*?)[_[( ]*(\d)[\])]?$/;

/** What names the two sides of a decision whose values are numbers. */
const SIDES: Readonly<Record<string, 0 | 1>> = {
  neg: 0,
  negative: 0,
  no: 0,
  false: 0,
  pos: 1,
  positive: 1,
  yes: 1,
  true: 1,
  否: 0,
  负: 0,
  负类: 0,
  阴性: 0,
  是: 1,
  正: 1,
  正类: 1,
  阳性: 1,
};

/**
 * The label value that a score column's name speaks of (p_malignant, .pred_yes, P_BAD1, prob_0, `confidence(Yes)`, the value itself),
 * or null. Of several, the longest. `label`: the name of the label column.
 */
export function labelNamedBy(column: string, values: readonly LabelValue[], label: string): string | null {
  const place = placeNamedBy(column, values);
  if (place !== null) return place;
  // A class that was a number with decimals is written so in the column's name as well: target_1.0_PREDICTION.
  const words = columnWords(column.replace(/(\d)\.0(?!\d)/g, '$1')).replace(/^cal_/, '');
  const bare = words.replace(/_(?:prediction|probability|prob|proba|score)$/, '');
  let best: { readonly text: string; readonly length: number } | null = null;
  for (const { text, number } of values) {
    const isNumber = !Number.isNaN(number);
    const value = isNumber ? String(number) : columnWords(text);
    const names =
      value !== '' &&
      ([words, bare].includes(value) ||
        isNamedIn(words, value, isNumber, label) ||
        isNamedIn(bare, value, isNumber, label));
    if (names && value.length > (best?.length ?? 0)) best = { text, length: value.length };
  }
  return best?.text ?? null;
}

/** The value whose place among two ascending ones a column is numbered with, where the values are no such numbers themselves. */
function placeNamedBy(column: string, values: readonly LabelValue[]): string | null {
  if (values.length !== 2) return null;
  const side = SIDES[columnWords(column).split('_').at(-1) ?? ''];
  const areNumbers = values.every(({ number }) => !Number.isNaN(number));
  if (
    areNumbers &&
    side !== undefined &&
    /(?:^|_)(?:p|pred|probs?|proba|probability|score|logit)_/.test(columnWords(column))
  ) {
    return values[side].text;
  }
  const [, before, digit] = PLACE.exec(column) ?? [];
  const at = Number(digit);
  if (digit === undefined || at > 1) return null;
  const words = columnWords(before);
  if (/\[\d\]$/.test(column)) return BEFORE_NUMBER.test(words) || words.endsWith('prediction') ? values[at].text : null;
  return !areNumbers && (words === '' || BEFORE_NUMBER.test(words)) ? values[at].text : null;
}

function isNamedIn(words: string, value: string, isNumber: boolean, label: string): boolean {
  if (words === `p_${columnWords(label)}${value}` || (isNumber && words === `p${value}`)) return true;
  if (!words.endsWith(`_${value}`)) return false;
  const before = words.slice(0, -value.length - 1);
  return (
    !isNumber || BEFORE_NUMBER.test(before) || before === columnWords(label) || before === `p_${columnWords(label)}`
  );
}
