import type { Claim } from '../../core/learn/claims.ts';
import type { AucMeaning, QuestionKind } from '../../core/learn/quiz.ts';

type LearnKey =
  | `quiz.${QuestionKind}.${'asks' | 'why'}`
  | `claim.${Claim}`
  | `meaning.${AucMeaning}`
  | `icons.of.${'flagged' | 'positives' | 'all'}`
  | `icons.answer.${'flagged' | 'positives' | 'all'}`
  | `icons.exact.${'flagged' | 'positives' | 'all'}`
  | `icons.${'tp' | 'fp' | 'fn' | 'tn'}`;

/** The words of the screen that teaches: the hundred symbols, the quiz, the glossary and what to read. They come with that screen. */
export const learnText = {
  'icons.title': 'A hundred cases',
  'icons.question': 'Of 100',
  'icons.of.flagged': 'flagged',
  'icons.of.positives': 'positives',
  'icons.of.all': 'cases',
  'icons.ofName.flagged': 'of 100 flagged',
  'icons.ofName.positives': 'of 100 positives',
  'icons.ofName.all': 'of 100 cases',
  'icons.answer.flagged': 'Of 100 flagged cases, {right} are right and {wrong} are false alarms.',
  'icons.answer.positives': 'Of 100 positive cases, {right} are found and {wrong} are missed.',
  'icons.answer.all': 'Of 100 cases, {right} are decided rightly and {wrong} wrongly.',
  'icons.exact.flagged': 'In full: {part} of {whole} flagged cases are right, {share}. This share is the precision.',
  'icons.exact.positives': 'In full: {part} of {whole} positive cases are found, {share}. This share is the recall.',
  'icons.exact.all': 'In full: {part} of {whole} cases are decided rightly, {share}. This share is the accuracy.',
  'icons.few': 'There {whole:is|are} only {whole} such {whole:case|cases}. A hundred symbols make them look like more.',
  'icons.tp': 'flagged, and positive',
  'icons.fp': 'flagged, but negative',
  'icons.fn': 'not flagged, but positive',
  'icons.tn': 'not flagged, and negative',
  'icons.legend': 'The symbols',
  'icons.underOne': 'under 1',
  'icons.counted': '{count} in all',
  'icons.note': 'Circles are positive cases, squares negative ones. Filled means flagged, as on the rail.',

  'learn.meaning': 'Positive means: {label} is “{positive}”.',
  'learn.meaningClass':
    'Positive means: {label} is “{positive}”, against all others. Tune lets you choose another one.',

  'quiz.title': 'Quiz',
  'quiz.intro': 'A few questions about your own file, at the threshold as it stands. Nothing is sent or kept.',
  'quiz.begin': 'Begin the quiz',
  'quiz.subject': 'About {split}, score {rule} {threshold}',
  'quiz.subjectAll': 'About all rows, score {rule} {threshold}',
  'quiz.count': 'Question {place} of {count}',
  'quiz.answers': 'Answers',
  'quiz.right': 'Right.',
  'quiz.wrong': 'Not quite. Right is: {answer}',
  'quiz.next': 'Next question',
  'quiz.finish': 'See the score',
  'quiz.again': 'New questions',
  'quiz.score': '{score} of {count} right.',
  'quiz.scoreAll': 'All of them: you can read any chart on this page.',
  'quiz.scoreSome': 'The words you missed are explained in the list below.',
  'quiz.none': 'These rows allow no question: there have to be cases of both classes, with scores that differ.',
  'quiz.fewer': 'These rows allow {count} {count:question|questions} only.',
  'quiz.stale': 'The rows in view have changed, so the quiz is over.',
  'quiz.isRight': 'the right answer',
  'quiz.isChosen': 'your answer',

  'quiz.falseOfFlagged.asks': 'Out of 100 flagged cases, about how many are false alarms?',
  'quiz.falseOfFlagged.why':
    '{part} of the {whole} flagged cases are negative, {share}. The rest, {rest}, is the precision.',
  'quiz.missedOfPositives.asks': 'Out of 100 positive cases, about how many does the model miss?',
  'quiz.missedOfPositives.why':
    '{part} of the {whole} positive cases are not flagged, {share}. The rest, {rest}, is the recall.',
  'quiz.flagNobody.asks': 'Say nobody were flagged at all. About how many of 100 decisions would be right?',
  'quiz.flagNobody.why':
    '{part} of {whole} cases are negative, {share}. So high an accuracy needs no model, which is why accuracy alone says little.',
  'quiz.fewestMisses.asks': 'Which of these thresholds misses the fewest positive cases?',
  'quiz.fewestMisses.why':
    'A lower threshold flags more, so it misses less. Misses of {positives} positive cases: {list}.',
  'quiz.cheapest.asks': 'A miss costs {miss} and a false alarm {falseAlarm}. Which of these thresholds costs least?',
  'quiz.cheapest.why': 'Count the mistakes at each, and price them. In all: {list}.',
  'quiz.recallIfRaised.asks': 'What happens to the recall if the threshold rises from {from} to {to}?',
  'quiz.recallIfRaised.why':
    'It goes from {before} to {after}. A higher threshold flags fewer cases, so it can never find more positives.',
  'quiz.precisionIfRaised.asks': 'What happens to the precision if the threshold rises from {from} to {to}?',
  'quiz.precisionIfRaised.why':
    'It goes from {before} to {after}. Precision often rises with the threshold, but not always: it depends on which cases drop out.',
  'quiz.rocPoint.asks':
    'The marker on the ROC curve stands at a false positive rate of {x} and a recall of {y}. What does that say?',
  'quiz.rocPoint.why':
    'Up is the share of the positives that is flagged, across the share of the negatives. Neither says how many of the flagged are right.',
  'quiz.precisionRecallPoint.asks':
    'The marker on the precision–recall curve stands at a recall of {x} and a precision of {y}. What does that say?',
  'quiz.precisionRecallPoint.why':
    'Across is the recall: the share of positives found. Up is the precision: the share of the flagged that is right.',
  'quiz.aucMeans.asks': 'The area under the ROC curve is {auc} here. What does that mean?',
  'quiz.aucMeans.why':
    'It is about pairs: how often a positive case scores higher than a negative one. It belongs to no threshold.',

  'quiz.option': '{threshold}: {value}',
  'quiz.about': 'about {count}',
  'quiz.rises': 'It rises to {to}.',
  'quiz.falls': 'It falls to {to}.',
  'quiz.stays': 'It stays at {to}.',
  'claim.ratesFlagged': '{y} of 100 positive cases are flagged, and so are {x} of 100 negative ones.',
  'claim.ratesSwapped': '{x} of 100 positive cases are flagged, and so are {y} of 100 negative ones.',
  'claim.flaggedByClass': 'Of 100 flagged cases, {y} are positive.',
  'claim.decisionsRight': '{y} of 100 decisions are right.',
  'claim.missedAndLeft': '{x} of 100 positive cases are missed, and {y} of 100 negative ones are left alone.',
  'claim.foundAndRight': '{x} of 100 positive cases are found, and {y} of 100 flagged cases are right.',
  'claim.rightAndFound': '{y} of 100 positive cases are found, and {x} of 100 flagged cases are right.',
  'claim.flaggedAndRight': '{x} of 100 cases are flagged, and {y} of 100 flagged cases are right.',
  'claim.leftAndRight': '{x} of 100 negative cases are left alone, and {y} of 100 cases left alone are negative.',
  'meaning.pairs': 'Take a positive and a negative case: the positive one scores higher about {share} times in 100.',
  'meaning.decisions': 'About {share} of 100 decisions at this threshold are right.',
  'meaning.flagged': 'About {share} of 100 flagged cases are positive.',
  'meaning.found': 'About {share} of 100 positive cases are found.',
  'meaning.all': 'About {share} of 100 cases are flagged.',

  'glossary.title': 'Words explained',
  'glossary.hint': 'Press a word for the formula, your own numbers in it, and when not to trust it.',
  'glossary.search': 'Search the words',
  'glossary.found': '{count} {count:word|words}',
  'glossary.none': 'No word here has that in it. Try a shorter part of it.',
  'glossary.list': 'Words',

  'tour.title': 'A short tour',
  'tour.offer': 'Eight places on Tune, each in two sentences, with your own file. Escape ends it at any time.',
  'tour.start': 'Start the tour',
  'tour.place': '{place} of {count}',
  'tour.next': 'Next',
  'tour.back': 'Back',
  'tour.end': 'End the tour',
  'tour.finish': 'Done',
  'tour.rail.title': 'The rail',
  'tour.rail.text':
    'Each bar counts cases with scores alike: positives above the line, negatives below. Drag the handle: right of it, all are flagged.',
  'tour.decision.title': 'The threshold',
  'tour.decision.text':
    'The exact number, to read or to type. Beside it: whether a score equal to it is flagged, and undo.',
  'tour.sentence.title': 'The one sentence',
  'tour.sentence.text':
    'What the threshold means in cases and in money. Press a price and type your own: all else follows.',
  'tour.goals.title': 'Goals',
  'tour.goals.text':
    'Say what you want, such as the lowest cost or a least recall. The threshold then goes where that is best.',
  'tour.matrix.title': 'The matrix',
  'tour.matrix.text':
    'All cases in four counts. Filled is flagged, blue is positive, as on the rail. Press a count to see its cases.',
  'tour.figures.title': 'Key figures',
  'tour.figures.text':
    'The few numbers that matter most, and how sure they are. Press a name for its formula with your numbers.',
  'tour.curves.title': 'The curves',
  'tour.curves.text': 'Every other threshold you could take, at a glance. Drag a marker, and the threshold goes along.',
  'tour.export.title': 'Take it away',
  'tour.export.text': 'Export the decision as JSON, CSV or Python. “Copy link” takes this very view to somebody else.',

  'reading.title': 'To read on',
  'reading.hint': 'Well-known works. A link opens a new tab and needs the network; nothing of your file goes along.',
  'reading.newTab': 'opens a new tab',
  'reading.fawcett': 'What ROC curves show, and what they hide.',
  'reading.saito': 'Why precision and recall tell more where positives are rare.',
  'reading.elkan': 'How the cheapest threshold follows from what mistakes cost.',
  'reading.vickers': 'The decision curve and its net benefit.',
  'reading.delong': 'The interval of the area under a ROC curve, and comparing two.',
  'reading.niculescu': 'Which models give scores that keep their word, and how to mend the others.',
  'reading.hardt': 'Equalized odds, and how thresholds for groups reach them.',
  'reading.gigerenzer': 'Why “74 of 100” is understood where “0.74” is not.',
  'reading.scikit': 'Tuning the decision threshold in code.',
} as const satisfies Record<LearnKey, string> & Record<string, string>;
