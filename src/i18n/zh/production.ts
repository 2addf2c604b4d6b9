import type { productionText as english } from '../en/production.ts';

/** What is said in Chinese about the cases that a decision will meet once it is in use. */
export const productionText = {
  'production.asFile':
    '文件本身看不出来：其中 {share} 的样本是正例。如果真实场景也是这样，标记中会有 {precision} 是对的。请填写你预期的比例。',
  'production.asFileNothing': '这里 {share} 的样本是正例。在此阈值下什么都没有标记。',
  'production.changed':
    '不像：正例占 {rate} 而不是 {share} 时，标记中会有 {precision} 是对的，而不是 {filePrecision}。',
  'production.changedNothing': '不像：正例占 {rate} 而不是 {share}。在此阈值下什么都没有标记。',
  'production.noRate': '这里没有 {label}，无从知道真实场景中它们会有多少被标记。',
  'production.positives': '正例',
  'production.negatives': '负例',
  'production.noRows': '这里没有可供推算的数据行。',
  'production.none': '如果完全没有正例，每个标记都是误报。',
  'production.all': '如果全是正例，每个标记都是对的：这时精确率说明不了什么。',
  'production.noCases': '没有样本，就没有可数的。',
  'production.even': '这里将近一半的样本是正例。文件常在训练前被这样平衡过，真实场景却很少如此。请填写你预期的比例。',
  'production.weighted': '这里的行按权重计数，构成可能与真实场景不同。请填写你预期的比例。',
  'production.expect': '真实场景中有 {rate}% 的样本是正例，每天有 {cases} 个样本。',
  'production.rateField': '真实场景中的正例占比（百分比）',
  'production.casesField': '真实场景中每天的样本数',
  'production.reset': '与文件相同',
  'production.resetLong': '与文件相同：使用文件中的正例占比',
  'production.table': '这份文件与真实场景的一天',
  'production.figure': '项目',
  'production.day': '每天',
  'production.cases': '样本',
  'production.flags': '标记',
  'production.falseAlarms': '误报',
  'production.misses': '漏报',
  'production.cost': '成本',
  'production.held': '推算时召回率和特异度保持与这里相同。由它们推出的数不是逐行数出来的，因此没有区间。',
  'production.chart': '正例占比与精确率',
  'production.chartExplanation': '如果正例比这份文件中更少或更多，而模型识别它们的能力不变，标记中有多大比例是对的。',
  'production.chartHint': '正例越稀少，标记中对的就越少。曲线随阈值变化。',
  'production.rateAxis': '正例占比 →',
  'production.thisFile': '这份文件',
  'production.there': '真实场景',
  'production.chartDescription':
    '分数 {rule} {threshold} 时，精确率随正例占比（0 到 {high}）的变化。占比为 {share}（如这里）时是 {filePrecision}；为 {rate}（如真实场景）时是 {precision}。',
  'production.chartDescriptionAsFile':
    '分数 {rule} {threshold} 时，精确率随正例占比（0 到 {high}）的变化。占比为 {share}（如这里）时是 {filePrecision}。',
  'production.precisionIn': '{name} 的精确率',
  'production.chartTable': '分数 {rule} {threshold} 时的精确率与阴性预测值，按正例占比列出。',
  'production.columnRate': '正例占比',
} satisfies Record<keyof typeof english, string>;
