import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { estimate, type Question } from '../../../src/core/choose/estimate.ts';
import { delongInterval } from '../../../src/core/intervals/delong.ts';
import type { OpenDataset } from '../../../src/io/io.ts';
import { selectThreshold } from '../../../src/state/selectors.ts';
import type { TunerStore } from '../../../src/state/store.ts';
import { selectBestBand } from '../../../src/state/triage.ts';
import { BandsSwitch, bandsNote, useBands } from '../../../src/view/chartState/Bands.tsx';
import { useAucInterval } from '../../../src/view/chartState/useAucInterval.ts';
import { AnswerPanel } from '../../../src/view/panels/Answer/AnswerPanel.tsx';
import { CertaintyPanel } from '../../../src/view/panels/Certainty/CertaintyPanel.tsx';
import { HonestPanel } from '../../../src/view/panels/Honest/HonestPanel.tsx';
import { finished } from '../../core/finished.ts';
import { evaluationOf, openedStore, show } from '../charts/openedStore.tsx';
import { textOf } from '../textOf.ts';

const ROWS = Array.from({ length: 120 }, (_, i) => {
  const score = ((i * 37) % 120) / 120;
  return [score > 0.8 || (score > 0.3 && i % 3 === 0) ? 1 : 0, score] as const;
});
const OTHERS = ROWS.map(([label, score], i) => [i % 10 === 0 ? 1 - label : label, score] as const);
const recall = { measure: 'recall', bound: 'atLeast', value: 0.9, byInterval: false, isOn: true } as const;

let answers: (() => void)[];
let asked: Question[];

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  asked = [];
});
afterEach(() => vi.useRealTimers());

/** A store whose worker answers truly, but only when it is told to. */
function shown(panel: React.ReactNode, splits = [evaluationOf('validation', ROWS), evaluationOf('test', OTHERS)]) {
  const store = openedStore(splits);
  const { opened } = store.getState();
  if (opened === null) throw new Error('Nothing is open.');
  const ask = (_: AbortSignal, split: string, question: Question) => {
    asked.push(question);
    const of = splits.find((each) => each.split === split);
    if (of === undefined) throw new Error(split);
    return new Promise((resolve) => answers.push(() => resolve(finished(estimate(of.index, 'none', question)))));
  };
  store.setState({ opened: { ...opened, dataset: { ...opened.dataset, estimate: ask } as unknown as OpenDataset } });
  show(panel, store);
  return store;
}
const rest = () => act(async () => void vi.advanceTimersByTime(200));
const answer = () => act(async () => answers.splice(0).forEach((each) => void each()));
const text = (name: string) => textOf(screen.getByRole('region', { name }));
const sure = () => text('How sure is that?');
const holds = () => text('Does it hold on other cases?');
const set = (store: TunerStore, change: (state: ReturnType<TunerStore['getState']>) => void) =>
  act(async () => change(store.getState()));

it('says how sure the number is, then how sure the best threshold', async () => {
  const store = shown(<CertaintyPanel />);
  expect(sure()).toContain('At ≥ 0.50, the total cost on test is');
  expect(sure()).toContain('Drawing the cases anew …');
  await rest();
  expect(asked).toMatchObject([{ kind: 'safeRange', objective: { kind: 'cost' }, required: null }]);
  await answer();
  expect(sure()).toContain('The best threshold on validation is');
  expect(sure()).toContain('As good as the best');
  const use = screen.getByRole('button', { name: /^Use 0\.\d$/ });
  fireEvent.click(use);
  expect(selectThreshold(store.getState())).toBe(Number(use.textContent?.slice(4)));
  expect(sure()).toContain('The present threshold is one of them');
});

it.each([
  [100, 100, null],
  [99, 300, 'Few cases: 99 positive and 300 negative. With fewer than 100 of either, intervals are often too narrow.'],
  [300, 99, 'Few cases: 300 positive and 99 negative. With fewer than 100 of either, intervals are often too narrow.'],
  [0, 300, 'All cases on test are of one class'],
])('says of %d positives and %d negatives that they are few, with their numbers', (positives, negatives, expected) => {
  const rows = Array.from({ length: positives + negatives }, (_, i) => [Number(i < positives), (i % 7) / 7] as const);
  shown(<CertaintyPanel />, [evaluationOf('test', rows)]);
  if (expected === null) expect(sure()).not.toMatch(/Few case|one class/);
  else expect(sure()).toContain(expected);
});

it.each([
  [0, 300, 'There are no positives on test, so it cannot tell where to cut. Open a file that holds both classes.'],
  [300, 0, 'There are no negatives on test, so it cannot tell where to cut. Open a file that holds both classes.'],
])(
  'gives no best threshold for %d positives and %d negatives, but says why',
  async (positives, negatives, expected) => {
    const rows = Array.from({ length: positives + negatives }, (_, i) => [Number(i < positives), (i % 7) / 7] as const);
    const panels = [<AnswerPanel key="a" />, <CertaintyPanel key="c" />, <HonestPanel key="h" />];
    const store = shown(panels, [evaluationOf('test', rows)]);
    await rest();
    await answer();
    expect(asked).toEqual([]);
    for (const each of [text('Where to cut?'), sure(), holds()]) {
      expect(each).toContain(expected);
      expect(each).not.toMatch(/Cut at|Flag nobody|As good|flatters/);
    }
    // How many to flag needs no classes.
    await set(store, (state) => state.setGoal('flagTop'));
    expect(text('Where to cut?')).toContain('flag the top 5 % on test');
  },
);

it.each([
  [{ miss: 0, falseAlarm: 0 }, 'Flagging a case changes nothing here: every threshold comes to the same.'],
  [{ miss: 0, falseAlarm: 1 }, 'Finding a positive gains nothing at these values, so flagging nobody is cheapest.'],
  [{ miss: 1, falseAlarm: 0 }, 'A false alarm costs nothing extra at these values, so flagging everybody is cheapest.'],
])('names no cheapest threshold at prices %j, for scores do not matter then', async (prices, expected) => {
  const store = shown([<AnswerPanel key="a" />, <CertaintyPanel key="c" />, <HonestPanel key="h" />]);
  await set(store, (state) => state.setPrices(prices));
  await rest();
  for (const each of [text('Where to cut?'), sure(), holds()]) {
    expect(each).toContain(expected);
    expect(each).not.toMatch(/Cut at|As good|Optimism/);
  }
  // A bound on recall makes scores matter again.
  await set(store, (state) => state.setRequirements([recall]));
  expect(text('Where to cut?')).toContain('Cut at');
});

it('says in words that one score for all cases leaves nothing to choose', async () => {
  const rows = Array.from({ length: 200 }, (_, i) => [Number(i % 4 === 0), 0.3] as const);
  shown(<AnswerPanel />, [evaluationOf('test', rows)]);
  await rest();
  await answer();
  expect(text('Where to cut?')).toBe(
    'Where to cut?Flag everybody: lowest cost on test (150 €). All cases have the same score: they can only be flagged all or not at all.',
  );
});

it('says on how few positives the answer rests, and that requirements narrow it', async () => {
  const rows = Array.from({ length: 300 }, (_, i) => [Number(i % 60 === 0), ((i * 37) % 300) / 300] as const);
  const store = shown(<AnswerPanel />, [evaluationOf('test', rows)]);
  await rest();
  expect(text('Where to cut?')).toContain('The choice rests on 5 positives only, so it may be well off.');
  expect(text('Where to cut?')).not.toContain('your requirements');
  await set(store, (state) => state.setRequirements([recall]));
  expect(text('Where to cut?')).toContain('Only thresholds that meet your requirements were looked at.');
});

it('words a late answer with its own goal, and dims it', async () => {
  const store = shown(<CertaintyPanel />);
  await rest();
  await answer();
  await set(store, (state) => state.setGoal('highestMetric'));
  await rest();
  const best = /The best threshold on validation is \S+, where (.*?) is/;
  expect(best.exec(sure())?.[1]).toBe('the total cost');
  expect(sure()).toMatch(/the F1 on test is/);
  expect(document.querySelector('[aria-busy="true"]')).not.toBeNull();
  await answer();
  expect(best.exec(sure())?.[1]).toBe('the F1');
  expect(document.querySelector('[aria-busy="true"]')).toBeNull();
});

it('asks once for prices that are typed digit by digit', async () => {
  const store = shown(<CertaintyPanel />);
  for (const miss of [1, 12, 120]) await set(store, (state) => state.setPrices({ miss }));
  await rest();
  expect(asked).toMatchObject([{ objective: { payoff: { fn: 120 } } }]);
});

it('honours the bound of a goal and says in how many draws it holds', async () => {
  const store = shown(<CertaintyPanel />);
  await set(store, (state) => state.setGoal('minRecall'));
  await rest();
  await answer();
  expect(asked.at(-1)).toMatchObject({ objective: { kind: 'precisionWithRecall' } });
  expect(sure()).toMatch(/, the precision on test is/);
  expect(sure()).toMatch(/, the recall on test is/);
  expect(sure()).toMatch(/In \d+\s% of the draws this threshold keeps to recall at least/);
  expect(sure()).toContain('Only thresholds that keep to all of it on validation are among them.');
});

it('honours requirements, and says so where nothing meets them', async () => {
  const store = shown(<CertaintyPanel />);
  await set(store, (state) => state.setRequirements([recall]));
  await rest();
  await answer();
  expect(asked.at(-1)).toMatchObject({ required: { requirements: [recall] } });
  expect(sure()).toMatch(/keeps to recall at least 90\.0\s%/);
  await set(store, (state) => state.setRequirements([{ ...recall, value: 1.2 }]));
  await rest();
  await answer();
  expect(sure()).toContain('No threshold on validation meets all requirements, so there is no best one.');
});

it('says of a capacity that no other threshold is as good', async () => {
  const store = shown(<CertaintyPanel />);
  await set(store, (state) => state.setGoal('flagTop'));
  await rest();
  await answer();
  expect(sure()).toContain('the share flagged');
  expect(sure()).toContain('This goal fills a limit');
  expect(sure()).not.toContain('As good as the best');
});

it('judges on the other split, with the bound that was chosen under', async () => {
  const store = shown(<HonestPanel />);
  expect(holds()).toContain('Chosen on validation, reported on test.');
  expect(holds()).toMatch(/Expect \d+\s€ on \d+ new cases/);
  await set(store, (state) => state.setRequirements([recall]));
  expect(holds()).toMatch(/On test it (does not keep|keeps) to recall at least 90\.0\s%/);
  await set(store, (state) => state.setRequirements([]));
  await set(store, (state) => state.setGoal('flagTop'));
  expect(holds()).toMatch(/Expect \d+\.\d\s% of new cases to be flagged/);
  expect(asked).toEqual([]);
});

it('estimates out of bag what one split flatters, and words a late estimate with its own goal', async () => {
  const store = shown(<HonestPanel />, [evaluationOf('test', ROWS)]);
  await rest();
  expect(asked).toMatchObject([{ kind: 'outOfBag' }]);
  await answer();
  const first = holds();
  expect(first).toContain('Optimism, out-of-bag estimate');
  await set(store, (state) => state.setGoal('minPrecision'));
  await rest();
  expect(holds()).toBe(first);
  await answer();
  expect(holds()).toMatch(/On such cases it keeps to precision at least \S+\s% in \d+\s% of the draws/);
});

function Drawn() {
  const bands = useBands();
  return <output>{bands === null ? 'none' : bandsNote(bands, 'Roc').join(' ')}</output>;
}

it('writes every digit of a short number, and its sign as all others', async () => {
  const margins = ROWS.map(([label, score]) => [label, 40 * score - 50] as const);
  shown(
    <>
      <AnswerPanel />
      <CertaintyPanel />
    </>,
    [evaluationOf('test', margins)],
  );
  await rest();
  await answer();
  await answer();
  expect(`${sure()} ${text('Where to cut?')}`).toMatch(/−\d/);
  expect(`${sure()} ${text('Where to cut?')}`).not.toMatch(/[ (]-\d/);
});

it('claims no certainty about an area that does not vary', async () => {
  const tied = evaluationOf(
    'test',
    ROWS.map(([label]) => [label, 0.4] as const),
  );
  shown(<Area evaluation={tied} />, [tied]);
  expect(screen.getByRole('status').textContent).toBe('none');
});

it('draws bands only where they are wanted, and never those of an earlier question', async () => {
  const store = shown(
    <>
      <BandsSwitch />
      <Drawn />
    </>,
  );
  await rest();
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Bands' }));
  await rest();
  expect(screen.getByRole('status').textContent).toBe('none');
  await answer();
  expect(screen.getByRole('status').textContent).toContain('drawn by class');
  await set(store, (state) => state.setRule('>'));
  expect(screen.getByRole('status').textContent).toBe('none');
  await rest();
  await answer();
  expect(screen.getByRole('status').textContent).toContain('drawn by class');
});

const where = () => text('Where to cut?');

it('answers where to cut, what that costs elsewhere and what is as good, and keeps still while the threshold moves', async () => {
  const store = shown(<AnswerPanel />);
  expect(where()).toMatch(
    /Cut at 0\.325: lowest cost on validation \(38\s€\)\. On the \d+ cases of test the total cost is 58\s€\./,
  );
  expect(where()).toContain('is being worked out');
  await rest();
  await answer();
  expect(where()).toMatch(/As good on such cases: .* to .*; the shortest such number is 0\.\d\./);
  const before = where();
  for (const threshold of [0.1, 0.9]) {
    await set(store, (state) => state.setThreshold(threshold));
    expect(where()).toBe(before);
  }
});

it('says how far the cost elsewhere could be off, and what doubled misses would change', async () => {
  const store = shown(<AnswerPanel />);
  expect(where()).toMatch(
    /the total cost is 58\s€\. On other cases like these it would mostly be between 39\s€ and 80\s€\./,
  );
  expect(where()).toMatch(/If misses cost twice as much, it is still the choice, at 78\s€ on test\./);
  await set(store, (state) => state.setPrices({ miss: 1.5 }));
  expect(where()).toMatch(
    /Cut at 0\.\d+: .* If misses cost twice as much, 0\.\d+ is the choice: \d+\s€ on test, where staying with 0\.\d+ costs [\d.]+\s€\./,
  );
  await set(store, (state) => state.setGoal('highestMetric'));
  expect(where()).toMatch(/On test the F1 is \d\.\d+\. On other cases like these it would mostly be between/);
  expect(where()).not.toContain('twice as much');
});

it('says of doubled misses that nothing changes on the one split there is', async () => {
  shown(<AnswerPanel />, [evaluationOf('all', ROWS)]);
  expect(where()).toMatch(/If misses cost twice as much, it is still the choice, at 38\s€ on all\./);
  expect(where()).not.toContain('On other cases like these');
});

it('claims no certainty where every draw gives the same value', async () => {
  const perfect = ROWS.map(([, score]) => [score > 0.5 ? 1 : 0, score] as const);
  const splits = [evaluationOf('validation', perfect), evaluationOf('test', perfect)];
  shown(
    <>
      <AnswerPanel />
      <CertaintyPanel />
      <HonestPanel />
    </>,
    splits,
  );
  expect(where()).toMatch(/the total cost is 0\s€\./);
  expect(where()).not.toContain('On other cases like these');
  expect(holds()).toMatch(/Optimism, validation minus test: 0\s€\. Every draw gives the same value/);
  await rest();
  await answer();
  expect(sure()).not.toMatch(/reach 0\s€ to 0\s€/);
  expect(`${sure()} ${holds()} ${where()}`).not.toMatch(/between (\S+) and \1\W/);
});

it('says that with so few cases of the rarer class many thresholds are as good', async () => {
  shown(<CertaintyPanel />);
  await rest();
  await answer();
  const { positives } = evaluationOf('validation', ROWS);
  expect(sure()).toContain(
    `With ${positives} positives on validation, chance can make as much difference as there is between these thresholds.`,
  );
  cleanup();
  const turned = ROWS.map(([label, score]) => [1 - label, 1 - score] as const);
  shown(<CertaintyPanel />, [evaluationOf('validation', turned)]);
  await rest();
  await answer();
  expect(sure()).toContain(`With ${positives} negatives on validation, chance can make`);
});

it('says that near a bound the best threshold is less sure, and between which it would lie', async () => {
  const store = shown(<CertaintyPanel />);
  await rest();
  await answer();
  expect(sure()).not.toContain('Near a bound');
  await set(store, (state) => state.setGoal('minRecall'));
  await rest();
  await answer();
  expect(sure()).toMatch(
    /Near a bound the best threshold is less sure than this looks: chosen anew it would mostly lie between 0\.\d+ and 0\.\d+\./,
  );
});

it('names the review band where that would be cheaper, until one is in use', async () => {
  const store = shown(<AnswerPanel />);
  await set(store, (state) => state.setReview({ price: 0.01, accuracy: 1 }));
  expect(where()).toMatch(
    /If somebody looks at what scores from \S+ to \S+, at 0\.01\s€ a look and 100\s% of looks right/,
  );
  await set(store, (state) => state.setReview({ price: 100 }));
  expect(where()).not.toContain('If somebody looks');
  await set(store, (state) => state.setReview({ price: 0.01, band: { lower: 0.2, upper: 0.6 } }));
  expect(where()).not.toContain('If somebody looks');
});

it('names a review band only as far as there are scores', async () => {
  // The highest score is a negative's, so no threshold is high enough for a sure yes.
  const rows = Array.from(
    { length: 200 },
    (_, i) => [Number(i % 50 < 49 && i % 3 === 0), 0.25 + (i % 50) / 100] as const,
  );
  const store = shown(<AnswerPanel />, [evaluationOf('test', rows)]);
  await set(store, (state) => state.setReview({ price: 0, accuracy: 1 }));
  const [, lower, upper] = /looks at what scores from (\S+) to (\S+),/.exec(where()) ?? [];
  expect(selectBestBand(store.getState())).toMatchObject({ upper: Infinity });
  expect([Number(lower), Number(upper)]).toEqual([0.25, 0.74]);
});

it('answers for the goal in force, and where there is none', async () => {
  const store = shown(<AnswerPanel />);
  await set(store, (state) => state.setGoal('minRecall'));
  expect(where()).toMatch(/most precision with recall of at least 90\s% on validation/);
  await set(store, (state) => state.setRequirements([{ ...recall, value: 1.2 }]));
  expect(where()).toContain('No threshold on validation meets all requirements, so there is no best one.');
  await set(store, (state) => state.setRequirements([]));
  await set(store, (state) => state.setGoal('flagTop'));
  expect(where()).toContain('flag the top 5 %');
  expect(where()).not.toContain('worked out');
});

it('says which requirement the answer misses on the split it was not chosen on, and nothing where it keeps to all', async () => {
  const store = shown(<AnswerPanel />);
  await set(store, (state) => state.setRequirements([{ ...recall, value: 1 }]));
  expect(where()).toMatch(/On test it does not keep to recall at least 100\.0 % \(there \d\d\.\d %\)\./);
  await set(store, (state) => state.setRequirements([{ ...recall, value: 0.5 }]));
  expect(where()).not.toContain('does not keep');
});

it('holds a total to as many rows as it was chosen on, and says so', async () => {
  const twice = evaluationOf('test', [...OTHERS, ...OTHERS]);
  const store = shown(<HonestPanel />, [evaluationOf('validation', ROWS), twice]);
  await set(store, (state) => state.setGoal('flagCount'));
  await set(store, (state) => state.setRuleSettings({ topCount: 30 }));
  // The scores of both splits are alike, so what flags 30 of 120 rows flags 60 of 240.
  expect(holds()).toContain(
    'On test it keeps to cases flagged at most 30. Totals there are scaled to the 120 rows of validation.',
  );
  cleanup();
  const other = shown(<HonestPanel />);
  await set(other, (state) => state.setGoal('flagCount'));
  expect(holds()).not.toContain('scaled to');
});

function Area({ evaluation }: { readonly evaluation: ReturnType<typeof evaluationOf> }) {
  return <output>{useAucInterval(evaluation)?.low.toFixed(6) ?? 'none'}</output>;
}

it('works the interval of the AUC out here for few rows, and has the worker do it for many', async () => {
  const few = evaluationOf('test', ROWS);
  shown(<Area evaluation={few} />, [few]);
  expect(Number(screen.getByRole('status').textContent)).toBeCloseTo(delongInterval(few.index).low, 6);
  await rest();
  expect(asked).toEqual([]);
  cleanup();
  const many = evaluationOf(
    'test',
    Array.from({ length: 100_001 }, (_, i) => ROWS[i % ROWS.length]),
  );
  shown(<Area evaluation={many} />, [many]);
  expect(screen.getByRole('status').textContent).toBe('none');
  await rest();
  expect(asked).toEqual([{ kind: 'auc' }]);
  await answer();
  expect(Number(screen.getByRole('status').textContent)).toBeCloseTo(delongInterval(many.index).low, 6);
});
