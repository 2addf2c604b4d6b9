import type { curvesText as english } from '../en/curves.ts';

/** What the charts below the first three say in Chinese: gains, lift, decision curve, reliability, the distributions of the classes. */
export const curvesText = {
  'chart.gain.title': '累积增益',
  'chart.lift.title': '提升度',
  'chart.decisionCurve.title': '决策曲线',
  'chart.reliability.title': '可靠性',
  'chart.ks.title': '两类相距多远',
  'chart.reliability.explanation': '分数相近的样本归入一组。落在对角线上，实际的正例占比就等于分数。',

  'chart.selectionAxis': '标记比例 →',
  'chart.foundAxis': '↑ 找到的正例',
  'chart.liftAxis': '↑ 为随机水平的几倍',
  'chart.netBenefitAxis': '↑ 净收益',
  'chart.meanScoreAxis': '平均分数 →',
  'chart.shareOfPositivesAxis': '↑ 正例占比',
  'chart.belowAxis': '↑ 该类中低于此分数的比例',

  'chart.perfectModel': '完美模型',
  'chart.flagAll': '全部标记',
  'chart.flagNone': '都不标记',
  'chart.thisModel': '当前模型',
  'chart.perfectScores': '完美校准',
  'chart.casesBelow': '样本，最多 {most}',
  'chart.ksGap': '差距 {value}',

  'chart.found': '找到的正例',
  'chart.meanScore': '平均分数',
  'chart.shareOfPositives': '正例占比',
  'chart.cases': '样本',
  'chart.positivesBelow': '低于阈值的正例',
  'chart.negativesBelow': '低于阈值的负例',
  'chart.distance': '相距',

  'chart.gain.term': '需要多少工作量',
  'chart.gain.explanation':
    '把所有样本按分数排序，从最高的开始标记。曲线表示正例中已被标记的比例。完美模型会先找出所有正例，一个不错。',
  'chart.lift.term': '精确率 ÷ 正例占比',
  'chart.lift.explanation': '标记的样本里的正例数，是随机挑选同样多样本时的多少倍。任何模型都不可能超过 1 ÷ 正例占比。',
  'chart.decisionCurve.term': '净收益',
  'chart.decisionCurve.explanation':
    '选阈值 t，等于说一次漏报的分量是一次误报的 (1 − t) ÷ t 倍。净收益是平均每个样本找到的正例，减去按此分量折算的误报。模型的曲线在哪里最高，就在哪里有用。',
  'chart.ks.term': 'KS 统计量 {value}',
  'chart.ks.explanation':
    'KS 图：每一类中低于阈值的样本比例（累积分布）。KS 统计量（柯尔莫哥洛夫–斯米尔诺夫）是两条线之间的最大差距。',

  'chart.gainHint': '拖动圆点：向右标记更多样本，向上找到更多正例。',
  'chart.liftHint': '拖动圆点：向左标记更少样本，向上其中的正例更多。',
  'chart.decisionCurveHint': '拖动竖线来移动阈值。只有当模型的曲线高于“全部标记”和“都不标记”时，用模型才划算。',
  'chart.reliabilityHint': '点落在虚线上：分数名副其实。拖动竖线来移动阈值。',
  'chart.ksHint': '拖动竖线来移动阈值。线左侧的样本不会被标记。',

  'chart.gainDescription':
    '{split} 上各阈值下，找到的正例比例与全部样本的标记比例。完美模型只要标记 {prevalence} 就能找全。',
  'chart.liftDescription': '{split} 上各标记比例下，标记样本中的正例是随机挑选的多少倍。任何模型都不可能超过 {most}。',
  'chart.decisionCurveDescription': '{split} 上模型在各阈值下的净收益，与全部标记和都不标记相比。',
  'chart.reliabilityDescription':
    '{split} 上的正例占比与平均分数，{bins} 个{strategy}分箱。校准误差 {error}，布里尔分数 {brier}。',
  'chart.ksDescription': '{split} 上每一类中低于各分数的样本比例。两条线在 {threshold} 处相距最远，为 {value}。',
  'chart.ksDescriptionNowhere': '{split} 上每一类中低于各分数的样本比例。两条线重合。',

  'chart.gainAt': '在分数 {rule} {threshold} 处，标记了 {share} 的样本，找到了 {found} 的正例。',
  'chart.liftAt': '在分数 {rule} {threshold} 处，标记了 {share} 的样本，提升度为 {lift}。',
  'chart.decisionCurveAt': '在分数 {rule} {threshold} 处，净收益为 {model}；全部标记为 {all}，都不标记为 0。',
  'chart.decisionCurveNotAt': '在分数 {rule} {threshold} 处没有净收益：阈值不是小于 1 的概率。',
  'chart.reliabilityAt':
    '在分数 {rule} {threshold} 处，阈值落在 {low} 到 {high} 的分箱中：平均分数 {score}，正例占比 {share}，{cases} 个样本。',
  'chart.reliabilityNotAt': '在分数 {rule} {threshold} 处，阈值附近没有分数。',
  'chart.ksAt': '在分数 {rule} {threshold} 处，未标记的有：正例的 {positives}，负例的 {negatives}。',

  'chart.noProbabilities': '{split} 上有些分数不在 0 到 1 之间，不是概率。它们可以用来排序，但这张图需要概率。',
  'chart.noRows': '这里没有数据行，画不出这张图。',
  'chart.noBinHere': '阈值附近没有分数',

  'reliability.bins': '分箱',
  'reliability.uniform': '等宽',
  'reliability.quantile': '等量',
  'reliability.uniformLong': '等宽分箱',
  'reliability.quantileLong': '等量分箱',
  'reliability.numbers': '分数当概率用有多准',
  'reliability.error': '校准误差',
  'reliability.errorTerm':
    '期望校准误差（ECE），{bins} 个{strategy}分箱：Σ (该分箱的样本占比) · |平均分数 − 正例占比|。',
  'reliability.errorUsual': '指标表中用的是 10 个等宽分箱。',
  'reliability.brierParts':
    '= {reliability} 校准偏差 − {resolution} 区分能力 + {uncertainty} 不可避免 {sign} {within} 箱内差异',
  'reliability.partsTerm': '它由哪些部分组成',
  'reliability.partsExplanation':
    '按分箱作 Murphy 分解。可靠性：平均分数与正例占比之差的平方。分辨力：各箱正例占比与总体占比之差的平方。不确定性：正例占比 × 负例占比。余下的是同一箱内分数的差异，各部分相加正好等于总数。',
  'reliability.table': '{split} 上的{strategy}分箱：分数大于第一个数，不超过第二个数。区间为 Wilson 区间，95%。',
  'reliability.tableWeighted': '{split} 上的{strategy}分箱：分数大于第一个数，不超过第二个数。各行按权重计数。',
  'reliability.from': '分数大于',
  'reliability.to': '不超过',
  'reliability.low': '区间下端',
  'reliability.high': '区间上端',
} satisfies Record<keyof typeof english, string>;
