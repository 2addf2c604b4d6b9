import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { driftBetween } from '../../../../src/core/compare/drift.ts';
import { formulaValue, formulaValues, METRIC_FORMULAS } from '../../../../src/core/learn/formula.ts';
import { thresholdMetrics } from '../../../../src/core/metrics/catalog.ts';
import { formatMetric } from '../../../../src/i18n/format.ts';
import { selectGoalOrCost } from '../../../../src/state/rules.ts';
import { selectConfusion } from '../../../../src/state/selectors.ts';
import { formulaLine } from '../../../../src/view/terms/FormulaText.tsx';
import { MetricTerm } from '../../../../src/view/terms/MetricTerm.tsx';
import { TopicCard } from '../../../../src/view/terms/TopicCard.tsx';
import { TOPICS, topicName } from '../../../../src/view/terms/topicWords.ts';
import { evaluationOf, openedStore, show } from '../../charts/openedStore.tsx';

const ROWS = Array.from({ length: 200 }, (_, i) => {
  const isPositive = i % 5 === 0;
  return [Number(isPositive), ((i * 37) % 101) / 160 + (isPositive ? 0.3 : 0)] as const;
});
const store = () => openedStore([evaluationOf('train', ROWS.slice(0, 150)), evaluationOf('test', ROWS)]);

/** The line of a formula as a calculator takes it. */
function calculated(line: string): number {
  const code = line
    .replaceAll(',', '')
    .replaceAll('÷', '/')
    .replaceAll('·', '*')
    .replaceAll('−', '-')
    .replaceAll('√', 'Math.sqrt');
  return Number(new Function(`return ${code}`)());
}

it.each(thresholdMetrics)('the line of $id is what is worked out, brackets and all', ({ id, of }) => {
  for (const counts of [
    { tp: 429, fp: 153, fn: 194, tn: 5224 },
    { tp: 3, fp: 2, fn: 7, tn: 11 },
  ]) {
    const values = formulaValues(counts, 0.25);
    const line = formulaLine(METRIC_FORMULAS[id], values);
    expect(calculated(line), line).toBeCloseTo(formulaValue(METRIC_FORMULAS[id], values), 12);
    expect(calculated(line), line).toBeCloseTo(of(counts, 0.25), 12);
  }
});

it.each(TOPICS)('the card of %s has all its parts, with no gap in them', (topic) => {
  const opened = store();
  const { container } = show(<TopicCard topic={topic} />, opened);
  expect(container.textContent).not.toMatch(/NaN|undefined|[{}]|\[object/);
  const heads = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
  expect(heads[0]).toBe('Formula');
  expect(heads.at(-1)).toBe('When not to trust it');
  const metric = thresholdMetrics.find(({ id }) => id === topic);
  if (metric === undefined) return;
  const confusion = selectConfusion(opened.getState()) ?? { tp: 0, fp: 0, fn: 0, tn: 0 };
  expect(heads).toContain('In your file: test, score ≥ 0.50');
  expect(container.textContent).toContain(` = ${formatMetric(metric.of(confusion, 0.5), 4)}`);
});

it('gives the numbers of terms that another panel answers in full', () => {
  const opened = store();
  const textOf = (topic: (typeof TOPICS)[number]) => {
    const { container, unmount } = show(<TopicCard topic={topic} />, opened);
    const text = container.textContent ?? '';
    unmount();
    return text;
  };
  const evaluation = opened.getState().opened?.prepared.evaluations[1];
  const error = formatMetric(evaluation?.scoreMetrics.expectedCalibrationError ?? Number.NaN);
  expect(textOf('reliabilityDiagram')).toContain(`On average the bars are ${error} away from the diagonal.`);
  expect(textOf('weight')).toContain('each of the 200 rows counts once');
  expect(textOf('oneVersusRest')).toContain('is set against all else: 40 against 160.');
  expect(textOf('impliedPrice')).toMatch(/a miss costs? (?:as much as )?[\d.∞]+/);
  const band = { lower: 0.3, upper: 0.6 };
  const looks = ROWS.filter(([, score]) => score >= band.lower && score < band.upper).length;
  opened.getState().setReview({ band });
  expect(textOf('reviewBand')).toContain(`From 0.30 to 0.60: ${looks} of 200 cases are looked at.`);
});

it('gives the numbers of what needs two splits, a recalibration or a requirement, or says why there are none', () => {
  const opened = store();
  const textOf = (topic: (typeof TOPICS)[number], of = opened) => {
    const { container, unmount } = show(<TopicCard topic={topic} />, of);
    const text = container.textContent ?? '';
    unmount();
    return text;
  };
  const [train, test] = opened.getState().opened?.prepared.evaluations ?? expect.fail();
  const drift = driftBetween(train.index, test.index);
  expect(textOf('populationStability')).toContain(
    `The scores on test against those on train: ${formatMetric(drift.populationStability)}.`,
  );
  expect(textOf('ksDistance')).toContain(`: ${formatMetric(drift.ksDistance)}.`);
  expect(textOf('recalibration')).toMatch(
    /None is in force: the mean score is 0\.\d+, the share of positives 0\.200\./,
  );
  expect(textOf('requirement')).toContain('No requirement is switched on');
  opened
    .getState()
    .setRequirements([{ measure: 'recall', bound: 'atLeast', value: 0.9, byInterval: false, isOn: true }]);
  expect(textOf('requirement')).toMatch(/^.*Every threshold up to 0\.\d+ meets recall at least 90\.0.% on test/);
  expect(textOf('macroAverage')).toContain('there is one value and nothing to average');
  expect(textOf('mcnemar')).toContain('This file has one model');
  expect(textOf('safeRange')).toContain('Drawing the cases anew');
  const three = openedStore(['train', 'validation', 'test'].map((name, at) => evaluationOf(name, ROWS.slice(at * 20))));
  // Where less is better, what flatters has a minus: the sentence behind it says which rows look better.
  const said = textOf('optimism', three);
  const [, minus, less, verdict, by] =
    /Optimism, \w+ minus \w+: (−?)([\d.,]+)\s€\. So it (looks better where it was chosen|is even better elsewhere), by ([\d.,]+)\s€\./.exec(
      said,
    ) ?? expect.fail(said);
  expect(selectGoalOrCost(three.getState())?.objective.kind).toBe('cost');
  expect([verdict, by]).toEqual([
    minus === '−' ? 'looks better where it was chosen' : 'is even better elsewhere',
    less,
  ]);
  const one = openedStore([evaluationOf('all', ROWS)]);
  for (const topic of ['overfitting', 'populationStability', 'ksDistance'] as const)
    expect(textOf(topic, one)).toContain('This file has one split');
  expect(textOf('fourFifths')).toContain('No groups have been measured yet');
});

it.each(TOPICS)('the card of %s stands without rows, too, and without a file', (topic) => {
  const { container } = show(<TopicCard topic={topic} />, openedStore([evaluationOf('test', [])]));
  expect(container.textContent).not.toMatch(/NaN|undefined|[{}]/);
  const without = openedStore([]);
  without.setState({ opened: null });
  const { container: bare } = show(<TopicCard topic={topic} />, without);
  expect(bare.textContent).not.toMatch(/NaN|undefined|[{}]|In your file/);
});

it('opens from the word by a press, short explanation first, and closes again', async () => {
  HTMLDialogElement.prototype.showModal = vi.fn(function show(this: HTMLDialogElement) {
    this.open = true;
  });
  HTMLDialogElement.prototype.close = vi.fn(function close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  });
  show(<MetricTerm id="precision" />, store());
  const word = screen.getByRole('button', { name: 'Precision' });
  fireEvent.focus(word);
  expect(screen.getByRole('tooltip').textContent).toContain('Press for the formula');
  fireEvent.click(word);
  expect(screen.queryByRole('tooltip')).toBeNull();
  const dialog = await screen.findByRole('dialog', { name: 'Precision' });
  expect(within(dialog).getByText('When not to trust it')).toBeTruthy();
  await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Close' })));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('names every term once', () => {
  const names = TOPICS.map(topicName);
  expect(new Set(names).size).toBe(names.length);
});
