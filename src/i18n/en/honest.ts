/** What is said about a threshold on rows it was not chosen on. */
export const honestText = {
  'honest.lead': 'Chosen on {chosen}, reported on {reported}.',
  'honest.result':
    'The best threshold on {chosen} is {threshold}: there {name} is {there}, on {reported} it is {here}.',
  'honest.scaled': 'Scaled to the {rows} rows of {reported}, {there} would be {scaled}.',
  'honest.scaledAmounts': 'Scaled to all that is at stake in {reported}, {there} would be {scaled}.',
  'honest.capacity': 'Expect {here} of new cases to be flagged.',
  'honest.kept': 'On {reported} it keeps to {what}.',
  'honest.broken': 'On {reported} it does not keep to {list}.',
  'honest.totalsScaled': 'Totals there are scaled to the {rows} rows of {chosen}.',
  'honest.keptOutside': 'On such cases it keeps to {what} in {share} of the draws.',
  'honest.keptFixed': 'Which thresholds meet your requirements is taken from all rows here; it is not drawn anew.',
  'honest.unmetDraws': 'In {count} draws no threshold does, so those are left out.',
  'honest.worseHigher': 'Expect {here} on {cases}: {chosen} promised {difference} more than that.',
  'honest.worseLower': 'Expect {here} on {cases}: {chosen} promised {difference} less than that.',
  'honest.better': 'Expect {here} on {cases}: it even does better than {chosen} promised, by {difference}.',
  'honest.same': 'Expect {here} on {cases}: it is what {chosen} promised.',
  'honest.newCases': 'new cases',
  'honest.soManyCases': '{count} new {count:case|cases}',
  'honest.optimism': 'Optimism, {chosen} minus {reported}: {difference}.',
  'honest.optimismBetween':
    'Optimism, {chosen} minus {reported}: {difference} ({low} to {high}, 95 % bootstrap interval).',
  'honest.chance': 'The interval takes in zero: with so many cases the difference may be chance.',
  'honest.noChance': 'The interval leaves out zero: the difference is more than chance.',
  'honest.tried': 'On {reported}, {count} different {count:threshold has|thresholds have} been looked at. {remark}',
  'honest.triedFew': 'Each further one makes its figures a little less trustworthy.',
  'honest.triedMany': 'Each look makes its number a little less honest: choose on {chosen}, and look here at the end.',
  'honest.outOfBag':
    'Chosen and reported on {split}, so the best value flatters. The best threshold reaches {chosen} here; on cases that had no part in the choice it reaches {honest} on average, mostly between {low} and {high}.',
  'honest.outOfBagOptimism': 'Optimism, out-of-bag estimate: {difference}',
  'honest.outOfBagTerm':
    'In each of {count} bootstrap draws (seed {seed}) the best threshold is chosen anew and valued on the rows left out, about 37 %. A total is scaled to all rows. A little too strict, as a draw holds only 63 % of the rows.',
  'honest.others': 'The split in view is the one chosen on. Evaluate on {others} to see what holds there.',
  'honest.tooManyRows': 'With more than {limit} rows choosing flatters by too little to measure.',
  'honest.undefined': 'It has no value on {reported}, so nothing can be said about new cases.',
  'honest.waiting': 'Choosing on draws of the cases and trying on the others …',
} as const;
