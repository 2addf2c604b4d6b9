import type { foldsText as english } from '../en/folds.ts';

/** What is said in Chinese about the folds of a cross-validation. */
export const foldsText = {
  'folds.lead': '“{column}”含有 {count} 折。每一行都由没有见过它的模型打分，因此把所有行放在一起看。',
  'folds.atThreshold': '各折在 {rule} {threshold} 时',
  'folds.metric': '指标',
  'folds.all': '全部行',
  'folds.mean': '均值',
  'folds.spread': '± 标准差',
  'folds.spreadTerm': '各折数值的标准差（除以 n − 1）。各折共用训练行，因此它不是指标的区间。',
  'folds.least': '最小',
  'folds.greatest': '最大',
  'folds.undefined': '{total} 折中有 {count} 折没有值，未计入均值。',
  'folds.chosen': '选阈值时不用被评估的那一折',
  'folds.rule': '择优依据',
  'folds.lowestCost': '成本最低',
  'folds.highest': '{metric} 最高',
  'folds.fold': '折',
  'folds.rows': '行数',
  'folds.threshold': '由其余各折选出的阈值',
  'folds.costPerRow': '每行成本',
  'folds.noThreshold': '无',
  'folds.summary':
    '在全部行上一次选出：{whole}。选择时不用被评估的行：平均 {honest}（± {spread}）。两者之差，就是在同样的行上选择带来的乐观偏差。',
  'folds.waiting': '正在逐折选择……',
} satisfies Record<keyof typeof english, string>;
