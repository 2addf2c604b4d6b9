import type { labelsText as english } from '../en/labels.ts';

/** The words of the screen for files in which several labels may hold at once, in Chinese. */
export const labelsText = {
  'labels.sentence.found': '{truths} 个真实标签中，找到了 {found} 个。',
  'labels.sentence.given': '模型给出的 {given} 个标签中，有 {right} 个正确。',
  'labels.sentence.noneGiven': '模型没有给出任何标签。',
  'labels.sentence.incomplete': '有 {count} 个样本缺少某个标签或其分数，不计入以整个样本为单位的数字。',

  'labels.waiting': '正在评估各标签……',

  'labels.tuning.title': '按同一目标设定所有标签的阈值',
  'labels.tuning.goal': '目标',
  'labels.tuning.each': '逐个标签调节',
  'labels.tuning.together': '共用一个阈值',
  'labels.tuning.lead': '分数达到阈值的标签都会给出。共用一个阈值时，取对全部判定合起来最好的那个。',
  'labels.tuning.leadOnSplit':
    '阈值在当前划分 {split} 上选出；切换到另一个划分，看看是否成立。共用一个阈值时，取对全部判定合起来最好的那个。',
  'labels.goal.highestMetric': '{metric} 最高',
  'labels.goal.lowestCost': '成本最低（漏报 {miss}，误报 {falseAlarm}）',
  'labels.goal.minPrecision': '精确率不低于 {percent}% 时找到最多',
  'labels.goal.minRecall': '召回率不低于 {percent}% 时精确率最高',
  'labels.goal.flagTop': '分数最高的 {percent}%',

  'labels.list.title': '逐个标签',
  'labels.list.lead': '横线上方是有该标签的样本的得分，下方是没有的，两侧各用自己的刻度。',
  'labels.card.byGoal': '按目标调节',
  'labels.card.byGoalNamed': '按目标调节：{label}',
  'labels.card.tune': '单独查看',
  'labels.card.tuneNamed': '单独查看：{label}',

  'labels.averages.title': '用一个数概括所有标签',
  'labels.averages.lead':
    '微平均让每次判定同等计数，宏平均让每个标签同等计数，加权平均按各标签的样本数；样本平均则逐个样本计算。没有值的不计入，并注明个数。',
  'labels.averages.noCompare': '此文件没有“对比”：那需要有一列写明每行来自哪个模型，或有一列日期或版本。',
  'labels.averages.subsetAccuracy': '标签完全正确的样本（子集准确率）',
  'labels.averages.hammingLoss': '对单个标签的误判（汉明损失）',
  'labels.averages.labelsPerCase.true': '平均每个样本的标签数，真实',
  'labels.averages.labelsPerCase.decided': '平均每个样本的标签数，判定',
  'labels.averages.withoutLabel.true': '没有任何标签的样本，真实',
  'labels.averages.withoutLabel.decided': '没有任何标签的样本，判定',
  'labels.averages.leftOut': '未计入 {count} 个标签',
  'labels.averages.leftOutCases': '未计入 {count} 个样本',
  'classes.average.samples': '样本平均',
} satisfies Record<keyof typeof english, string>;
