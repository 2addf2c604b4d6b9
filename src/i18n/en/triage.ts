/** What is said about two thresholds with a review between them. */
export const triageText = {
  'triage.price': 'Price of a look',
  'triage.accuracy': 'Share of looks that lead to the right decision, in percent',
  'triage.assume': 'Say a look costs {price} and leads to the right decision in {accuracy} of the cases.',
  'triage.how': 'How this is worked out',
  'triage.howTerm':
    'From the upper end of the band on a case is a sure yes, under the lower end a sure no; the cases between are looked at. A wrong look costs as much as a miss or a false alarm, and is equally likely for both classes. The best band is the cheapest of all pairs of thresholds.',
  'triage.limit': 'No more than {capacity} cases can be looked at.',
  'triage.limitBox': 'Limit the number of looks',
  'triage.capacity': 'Cases that can be looked at',
  'triage.worth':
    'Yes, it pays: look at the {cases} {cases:case|cases} ({share}) that score from {lower} to {upper}. With that everything costs {cost}, {difference} than with the best single threshold ({single}).',
  'triage.worthElsewhere':
    'On {chosen} it pays to look at the cases that score from {lower} to {upper}. On {split}, where they were not chosen, that means {cases} {cases:look|looks} ({share}) and {cost} in all, {difference} than the best single threshold of {chosen} ({single}).',
  'triage.worthAll':
    'Yes, it pays: look at all {cases} {cases:case|cases}. With that everything costs {cost}, {difference} than with the best single threshold ({single}).',
  'triage.noLooks': 'No case may be looked at, so one threshold decides them all.',
  'triage.notWorth': 'No: at that price and as often right as that, looks save nothing over one good threshold.',
  'triage.noRows': 'There are no rows to decide on.',
  'triage.less': '{amount} ({share}) less',
  'triage.more': '{amount} more',
  'triage.same': 'no less',
  'triage.use': 'Use this band',
  'triage.best': 'Go to the best band',
  'triage.drop': 'One threshold again',
  'triage.ends': 'Sure no below {lower}, sure yes from {upper}, a look between.',
  'triage.endsStrict': 'Sure no up to {lower}, sure yes above {upper}, a look between.',
  'triage.lower': 'Lower end of the review band',
  'triage.upper': 'Upper end of the review band',
  'triage.value': '{threshold}, {reviewed} of {total} to be looked at',
  'triage.table': 'What becomes of the cases',
  'triage.outcome': 'Outcome',
  'triage.no': 'Sure no',
  'triage.review': 'Looked at',
  'triage.yes': 'Sure yes',
  'triage.cases': 'Cases',
  'triage.share': 'Share',
  'triage.wrong': 'Wrong',
  'triage.expected': 'about {count}',
  'triage.inUse':
    'That costs {cost} in all, {difference} than the best single threshold ({single}). {coverage} of the cases are decided without a look, {error} of those wrongly.',
  'triage.inUseAll':
    'That costs {cost} in all, {difference} than the best single threshold ({single}). Every case is looked at.',
  'triage.tooMany':
    '{reviewed} {reviewed:case is|cases are} more than the {capacity} that can be looked at. Move the ends together, or go to the best band.',

  'automation.xAxis': 'decided without a look →',
  'automation.yAxis': '↑ wrong among these',
  'automation.explanation':
    'Which share of the decisions made without a look would be wrong if somebody looked at the doubtful cases first.',
  'automation.coverage': 'decided without a look',
  'automation.error': 'wrong among these',
  'automation.coverageShort': 'without a look',
  'automation.errorShort': 'of these wrong',
  'automation.hint': 'Drag the point: left has more cases looked at, and fewer errors are left.',
  'automation.tableCaption': 'The bands that leave fewest errors, by the share of cases they decide without a look',
  'automation.description':
    'Risk–coverage curve on {split}: the share of wrong decisions among the cases decided without a look, where the most doubtful ones are looked at. {least} where {coverage} are decided, {most} where all are.',
} as const;
