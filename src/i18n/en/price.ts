/** What a threshold says about the price of a miss. */
export const priceText = {
  'price.act': 'You act as if one miss costs {price} false {price:alarm|alarms}.',
  'price.actAtMost': 'You act as if one miss costs {price} false {price:alarm|alarms} or less.',
  'price.actAtLeast': 'You act as if one miss costs {price} false {price:alarm|alarms} or more.',
  'price.actAbout': 'You act as if one miss costs about {price} false {price:alarm|alarms}.',
  'price.range': 'At any price from {low} to {high}, no threshold is cheaper on {split}.',
  'price.rangeAtMost': 'At any price up to {high}, no threshold is cheaper on {split}.',
  'price.rangeAtLeast': 'At any price from {low} up, no threshold is cheaper on {split}.',
  'price.edge': 'At just this price no threshold is cheaper on {split}; at any other price one is.',
  'price.always': 'No price follows: on {split} this threshold makes no mistake, so it is the cheapest at any price.',
  'price.never':
    'Yet no price makes this threshold the cheapest on {split}. At that price each of these two costs less, by the worth of {loss} false {loss:alarm|alarms}:',
  'price.neverFewerMisses':
    'No price makes this threshold the cheapest on {split}. This one gives no false alarm either, and misses {count} fewer:',
  'price.neverFewerAlarms':
    'No price makes this threshold the cheapest on {split}. This one misses no more, with {count} false {count:alarm|alarms} fewer:',
  'price.better': '{threshold}: {missed} missed, {alarms} false {alarms:alarm|alarms}',
  'price.noPositives': 'There are no positives in {split}, so there is no miss to put a price on.',
  'price.noNegatives': 'There are no negatives in {split}, so there is no false alarm to count in.',
  'price.slider': 'Price of a miss, in false alarms',
  'price.sliderHint': 'Move the price, and the threshold follows; move the threshold, and the price follows.',
  'price.field': 'Price of a miss as a number of false alarms',
  'price.valueText': '{price} false {price:alarm|alarms}, threshold {threshold}',
  'price.yours': 'your prices',
  'price.stated': 'Your own prices say {price}.',
  'price.statedFits': 'Your own prices say {price}, which fits.',
  'price.statedFitsRange':
    'Your own prices say {price}. This threshold is the cheapest from {low} to {high}, and {price} lies in that range, so they fit.',
  'price.statedFitsAtMost':
    'Your own prices say {price}. This threshold is the cheapest up to {high}, and {price} lies in that range, so they fit.',
  'price.statedFitsAtLeast':
    'Your own prices say {price}. This threshold is the cheapest from {low} up, and {price} lies in that range, so they fit.',
  'price.breakEven': 'What that means for a probability',
  'price.breakEvenTerm':
    'At a price of {price}, flagging a case pays from a probability of {probability} on: 1 / (1 + price). This holds for scores that are true probabilities; the cheapest threshold of this page is found on the rows and needs no such belief.',
  'price.doubledTitle': 'And if misses cost twice as much?',
  'price.doubled':
    'Then {threshold} would be the cheapest on {split}, not {before}: {missed} missed, not {missedBefore}; {alarms} false {alarms:alarm|alarms}, not {alarmsBefore}. It would cost {cost}; staying with {before} would cost {costBefore}.',
  'price.doubledSame':
    'The cheapest threshold on {split} would still be {threshold}: {missed} missed, {alarms} false {alarms:alarm|alarms}. It would cost {cost}.',
  'price.doubledElsewhere':
    'On the {rows} {rows:case|cases} of {split}, where it was not chosen, it would cost {cost}, and staying with {before} {costBefore}.',
  'price.doubledSameElsewhere':
    'On the {rows} {rows:case|cases} of {split}, where it was not chosen, it would cost {cost}.',
  'price.goThere': 'Go there',
  'price.there': 'You are there.',
} as const;
