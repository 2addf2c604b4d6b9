import type { honestText as english } from '../en/honest.ts';

/** What is said in Chinese about a threshold on rows it was not chosen on. */
export const honestText = {
  'honest.lead': '在 {chosen} 上选出，在 {reported} 上报告。',
  'honest.result': '{chosen} 上的最佳阈值是 {threshold}：在那里 {name} 为 {there}，在 {reported} 上为 {here}。',
  'honest.scaled': '折算到 {reported} 的 {rows} 行，{there} 相当于 {scaled}。',
  'honest.scaledAmounts': '折算到 {reported} 涉及的全部金额，{there} 相当于 {scaled}。',
  'honest.capacity': '预计新样本中有 {here} 会被标记。',
  'honest.kept': '在 {reported} 上它守住了 {what}。',
  'honest.broken': '在 {reported} 上它没有守住 {list}。',
  'honest.totalsScaled': '那里的总量已折算到 {chosen} 的 {rows} 行。',
  'honest.keptOutside': '对这类样本，在 {share} 的抽样中它能守住 {what}。',
  'honest.keptFixed': '这里哪些阈值满足你的要求取自全部行，不重新抽样。',
  'honest.unmetDraws': '有 {count} 次抽样没有阈值符合，已略去。',
  'honest.worseHigher': '对 {cases} 请预期 {here}：{chosen} 给出的比这高 {difference}。',
  'honest.worseLower': '对 {cases} 请预期 {here}：{chosen} 给出的比这低 {difference}。',
  'honest.better': '对 {cases} 请预期 {here}：甚至比 {chosen} 给出的还要好，相差 {difference}。',
  'honest.same': '对 {cases} 请预期 {here}：与 {chosen} 给出的一致。',
  'honest.newCases': '新样本',
  'honest.soManyCases': '{count} 个新样本',
  'honest.optimism': '乐观偏差，{chosen} 减 {reported}：{difference}。',
  'honest.optimismBetween': '乐观偏差，{chosen} 减 {reported}：{difference}（{low} 至 {high}，95% 自助法区间）。',
  'honest.chance': '区间包含 0：样本就这么多，差异可能只是偶然。',
  'honest.noChance': '区间不包含 0：差异不只是偶然。',
  'honest.tried': '在 {reported} 上已经看过 {count} 个不同的阈值。{remark}',
  'honest.triedFew': '每多看一个，那里的数字就少一点可信。',
  'honest.triedMany': '每看一次，数字就少一分诚实：请在 {chosen} 上选择，最后再来看这里。',
  'honest.outOfBag':
    '在 {split} 上选出也在 {split} 上报告，所以最佳值偏乐观。最佳阈值在这里达到 {chosen}；在没有参与选择的样本上，平均为 {honest}，多半在 {low} 到 {high} 之间。',
  'honest.outOfBagOptimism': '乐观偏差，袋外估计：{difference}',
  'honest.outOfBagTerm':
    '用自助法抽样 {count} 次（随机种子 {seed}），每次重新选出最佳阈值，并在没抽到的行（约 37%）上评价。总量折算到全部行。结果略偏保守，因为每次只用到 63% 的行。',
  'honest.others': '当前查看的划分就是用来选择的划分。请切换到 {others}，看看结果在那里是否成立。',
  'honest.tooManyRows': '行数超过 {limit} 时，选择造成的乐观偏差小到测不出来。',
  'honest.undefined': '它在 {reported} 上没有值，无法判断新样本上的表现。',
  'honest.waiting': '正在一部分样本上选择、在另一部分上检验……',
} satisfies Record<keyof typeof english, string>;
