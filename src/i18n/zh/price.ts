import type { priceText as english } from '../en/price.ts';

/** What a threshold says in Chinese about the price of a miss. */
export const priceText = {
  'price.act': '你的做法等于认为：一次漏报抵 {price} 次误报。',
  'price.actAtMost': '你的做法等于认为：一次漏报最多抵 {price} 次误报。',
  'price.actAtLeast': '你的做法等于认为：一次漏报至少抵 {price} 次误报。',
  'price.actAbout': '你的做法等于认为：一次漏报约抵 {price} 次误报。',
  'price.range': '漏报折合 {low} 到 {high} 次误报时，{split} 上没有成本更低的阈值。',
  'price.rangeAtMost': '漏报折合不超过 {high} 次误报时，{split} 上没有成本更低的阈值。',
  'price.rangeAtLeast': '漏报折合 {low} 次误报以上时，{split} 上没有成本更低的阈值。',
  'price.edge': '只有恰好在这个折合数上，{split} 上才没有成本更低的阈值；换成别的都会有。',
  'price.always': '推不出折合数：这个阈值在 {split} 上没有犯错，无论怎么折合，成本都最低。',
  'price.never': '但无论怎么折合，它在 {split} 上都不是成本最低的。按这个折合数，下面两个阈值各能省下 {loss} 次误报：',
  'price.neverFewerMisses':
    '无论怎么折合，它在 {split} 上都不是成本最低的。下面这个同样没有误报，漏报还少 {count} 个：',
  'price.neverFewerAlarms': '无论怎么折合，它在 {split} 上都不是成本最低的。下面这个漏报不更多，误报还少 {count} 个：',
  'price.better': '{threshold}：漏报 {missed} 个，误报 {alarms} 个',
  'price.noPositives': '{split} 中没有正例，谈不上漏报的成本。',
  'price.noNegatives': '{split} 中没有负例，无法用误报来折算。',
  'price.slider': '一次漏报折合几次误报',
  'price.sliderHint': '移动折合数，阈值会跟着变；移动阈值，折合数也会跟着变。',
  'price.field': '一次漏报折合的误报次数',
  'price.valueText': '折合 {price} 次误报，阈值 {threshold}',
  'price.yours': '你设定的成本',
  'price.stated': '按你自己设定的成本，应为 {price}。',
  'price.statedFits': '按你自己设定的成本，应为 {price}，两者相符。',
  'price.statedFitsRange':
    '按你自己设定的成本，应为 {price}。在 {low} 到 {high} 之间，这个阈值成本都最低，{price} 就在其中，所以两者相符。',
  'price.statedFitsAtMost':
    '按你自己设定的成本，应为 {price}。不超过 {high} 时，这个阈值成本都最低，{price} 就在其中，所以两者相符。',
  'price.statedFitsAtLeast':
    '按你自己设定的成本，应为 {price}。达到 {low} 以上时，这个阈值成本都最低，{price} 就在其中，所以两者相符。',
  'price.breakEven': '换算成概率是什么意思',
  'price.breakEvenTerm':
    '折合数为 {price} 时，概率达到 {probability} 就值得标记：1 / (1 + 折合数)。这只适用于分数是真实概率的情况；本页的最低成本阈值是在数据行上找出来的，不需要这个前提。',
  'price.doubledTitle': '如果漏报的成本翻倍呢？',
  'price.doubled':
    '那么 {split} 上成本最低的阈值会是 {threshold}，而不是 {before}：漏报 {missed} 个，原为 {missedBefore} 个；误报 {alarms} 个，原为 {alarmsBefore} 个。成本为 {cost}；若仍用 {before}，则为 {costBefore}。',
  'price.doubledSame': '{split} 上成本最低的阈值仍是 {threshold}：漏报 {missed} 个，误报 {alarms} 个。成本为 {cost}。',
  'price.doubledElsewhere':
    '在 {split} 的 {rows} 个样本上（阈值不是在那里选的），成本为 {cost}；若仍用 {before}，则为 {costBefore}。',
  'price.doubledSameElsewhere': '在 {split} 的 {rows} 个样本上（阈值不是在那里选的），成本为 {cost}。',
  'price.goThere': '移到那里',
  'price.there': '当前就在那里。',
} satisfies Record<keyof typeof english, string>;
