import type { QuizAnswer, QuizQuestion } from '../../../core/learn/quiz.ts';
import { formatCount, formatMetric, formatMoney, formatPercent, formatThreshold } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/translate.ts';

/** A share as so many of a hundred. */
const ofHundred = (share: number): string => formatCount(Math.round(100 * share));

export function answerText(answer: QuizAnswer): string {
  switch (answer.kind) {
    case 'ofHundred':
      return translate('quiz.about', { count: answer.count });
    case 'threshold':
      return formatThreshold(answer.threshold);
    case 'claim':
      return translate(`claim.${answer.claim}`, { x: ofHundred(answer.x), y: ofHundred(answer.y) });
    case 'meaning':
      return translate(`meaning.${answer.meaning}`, { share: ofHundred(answer.share) });
    default:
      return translate(`quiz.${answer.kind}`, { to: formatMetric(answer.to) });
  }
}

/** The numbers of a question as its sentences want them; prices in the user's own unit. */
function values({ kind, values: numbers }: QuizQuestion, unit: string): Readonly<Record<string, string>> {
  if (kind === 'cheapest') {
    const { miss, falseAlarm } = numbers;
    return { miss: formatMoney(miss, unit), falseAlarm: formatMoney(falseAlarm, unit) };
  }
  const text: Record<string, string> = {};
  for (const [name, value] of Object.entries(numbers)) {
    const isThreshold = name === 'from' || name === 'to';
    const isCount = name === 'part' || name === 'whole' || name === 'positives';
    text[name] = isThreshold ? formatThreshold(value) : isCount ? formatCount(value) : formatMetric(value);
  }
  if (numbers.whole !== undefined) {
    const share = numbers.part / numbers.whole;
    text.share = formatPercent(share);
    text.rest = formatPercent(1 - share);
  }
  return text;
}

/** “0.20: 35, 0.41: 88 …”: what each of the thresholds comes to, lowest first. */
function optionsText({ kind, answers }: QuizQuestion, unit: string): string {
  return answers
    .flatMap((answer) => (answer.kind === 'threshold' ? [answer] : []))
    .sort((a, b) => a.threshold - b.threshold)
    .map(({ threshold, value }) =>
      translate('quiz.option', {
        threshold: formatThreshold(threshold),
        value: kind === 'cheapest' ? formatMoney(value, unit) : formatCount(value),
      }),
    )
    .join(' · ');
}

export const questionText = (question: QuizQuestion, unit: string): string =>
  translate(`quiz.${question.kind}.asks`, values(question, unit));

export const explanationText = (question: QuizQuestion, unit: string): string =>
  translate(`quiz.${question.kind}.why`, { ...values(question, unit), list: optionsText(question, unit) });
