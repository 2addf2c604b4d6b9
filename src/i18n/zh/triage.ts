import type { triageText as english } from '../en/triage.ts';

/** What is said in Chinese about two thresholds with a review between them. */
export const triageText = {
  'triage.price': '一次复核的成本',
  'triage.accuracy': '复核判断正确的比例（百分比）',
  'triage.assume': '假设一次复核的成本为 {price}，其中 {accuracy} 能作出正确判定。',
  'triage.how': '这是怎么算出来的',
  'triage.howTerm':
    '分数达到区间上端的样本直接判“是”，低于下端的直接判“否”，中间的交人复核。复核出错的成本与漏报或误报相同，对两类同样可能。最佳区间是所有阈值对中成本最低的一对。',
  'triage.limit': '最多只能复核 {capacity} 个样本。',
  'triage.limitBox': '限制复核数量',
  'triage.capacity': '能复核的样本数',
  'triage.worth':
    '值得：复核分数在 {lower} 到 {upper} 之间的 {cases} 个样本（{share}）。这样总成本为 {cost}，与最佳单一阈值（{single}）相比{difference}。',
  'triage.worthElsewhere':
    '在 {chosen} 上，值得复核分数在 {lower} 到 {upper} 之间的样本。这个区间不是在 {split} 上选的，用在那里要复核 {cases} 次（{share}），总成本为 {cost}，与 {chosen} 的最佳单一阈值（{single}）相比{difference}。',
  'triage.worthAll': '值得：复核全部 {cases} 个样本。这样总成本为 {cost}，与最佳单一阈值（{single}）相比{difference}。',
  'triage.noLooks': '一个样本都不能复核，只能由一个阈值全部判定。',
  'triage.notWorth': '不值得：按这个成本和正确率，复核并不比一个好阈值更省。',
  'triage.noRows': '没有需要判定的数据行。',
  'triage.less': '少 {amount}（{share}）',
  'triage.more': '多 {amount}',
  'triage.same': '并不更少',
  'triage.use': '采用这个区间',
  'triage.best': '移到最佳区间',
  'triage.drop': '恢复单一阈值',
  'triage.ends': '低于 {lower} 直接判“否”，从 {upper} 起直接判“是”，中间交人复核。',
  'triage.endsStrict': '不超过 {lower} 直接判“否”，高于 {upper} 直接判“是”，中间交人复核。',
  'triage.lower': '复核区间下端',
  'triage.upper': '复核区间上端',
  'triage.value': '{threshold}，需复核 {reviewed} / {total}',
  'triage.table': '样本的去向',
  'triage.outcome': '结果',
  'triage.no': '直接判“否”',
  'triage.review': '人工复核',
  'triage.yes': '直接判“是”',
  'triage.cases': '样本',
  'triage.share': '占比',
  'triage.wrong': '判错',
  'triage.expected': '约 {count}',
  'triage.inUse':
    '总成本为 {cost}，与最佳单一阈值（{single}）相比{difference}。{coverage} 的样本不经复核直接判定，其中 {error} 判错。',
  'triage.inUseAll': '总成本为 {cost}，与最佳单一阈值（{single}）相比{difference}。所有样本都交人复核。',
  'triage.tooMany': '{reviewed} 个样本超出了能复核的 {capacity} 个。请把两端移近，或移到最佳区间。',

  'automation.xAxis': '不经复核直接判定 →',
  'automation.yAxis': '↑ 其中判错',
  'automation.explanation': '如果先请人看最没把握的样本，不经复核的判定中会有多大比例出错。',
  'automation.coverage': '不经复核直接判定',
  'automation.error': '其中判错',
  'automation.coverageShort': '免复核',
  'automation.errorShort': '其中判错',
  'automation.hint': '拖动圆点：越往左，复核的样本越多，剩下的错误越少。',
  'automation.tableCaption': '按直接判定的样本占比，列出错误最少的区间',
  'automation.description':
    '{split} 上的风险–覆盖率曲线：最拿不准的样本交人复核，直接判定的样本中判错的比例。直接判定 {coverage} 时为 {least}，全部直接判定时为 {most}。',
} satisfies Record<keyof typeof english, string>;
