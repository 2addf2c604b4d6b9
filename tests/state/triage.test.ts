import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { triageAt } from '../../src/core/choose/triage.ts';
import { restoredState, sessionOf } from '../../src/state/keptSession.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import { DEFAULT_REVIEW } from '../../src/state/review.ts';
import { selectEvaluations, selectPayoff } from '../../src/state/selectors.ts';
import { selectBestBand } from '../../src/state/triage.ts';
import { violationsOf } from '../io/export/schema.ts';
import { started } from './started.ts';
import { csvFile } from './testEnv.ts';

const BAND = { lower: 0.2, upper: 0.6 };
const bandOf = (state: { decision: { review: { band: unknown } } }) => state.decision.review.band;

describe('a review between two thresholds', () => {
  it('is chosen on the split meant for that, and found again only when something changes', async () => {
    const { store } = await started('data=german-credit');
    const first = selectBestBand(store.getState());
    const [validation] = selectEvaluations(store.getState()).filter(({ split }) => split === 'validation');
    const cost = (band: { lower: number; upper: number }) =>
      triageAt(validation.index, band, '>=', selectPayoff(store.getState()), {
        price: DEFAULT_REVIEW.price,
        accuracy: DEFAULT_REVIEW.accuracy,
        capacity: Infinity,
      }).cost;
    expect(first?.cost).toBeCloseTo(cost(first ?? BAND), 9);
    // One threshold costs 129 there at its best.
    expect(first?.cost).toBeLessThan(129);
    store.getState().setThreshold(0.3);
    expect(selectBestBand(store.getState())).toBe(first);
    store.getState().setReview({ price: 100 });
    expect(selectBestBand(store.getState())).toMatchObject({ cost: 129 });
  });

  it('goes into the link and comes back from it', async () => {
    const { store } = await started('data=german-credit');
    expect(Object.keys(linkOf(store.getState()))).not.toContain('band_');
    store.getState().setReview({ band: BAND, price: 2, accuracy: 0.9, capacity: 30 });
    const link = linkOf(store.getState());
    expect(link).toMatchObject({ band: [0.2, 0.6], reviewPrice: 2, reviewAccuracy: 0.9, reviewCapacity: 30 });
    const { review } = store.getState().decision;
    await store.getState().applyLink({ data: 'german-credit' });
    expect(store.getState().decision.review).toEqual(DEFAULT_REVIEW);
    await store.getState().applyLink(link);
    expect(store.getState().decision.review).toEqual(review);
  });

  it('is undone as one step of a drag, and kept in the session', async () => {
    const { store } = await started('data=german-credit');
    store.getState().setReview({ band: BAND });
    for (const upper of [0.61, 0.62, 0.63]) store.getState().setReview({ band: { lower: 0.2, upper } }, 'band 1');
    const { decision } = restoredState(sessionOf(store.getState(), ''));
    expect(decision.review.band).toEqual({ lower: 0.2, upper: 0.63 });
    store.getState().undo();
    expect(bandOf(store.getState())).toEqual(BAND);
    store.getState().undo();
    expect(bandOf(store.getState())).toBeNull();
    store.getState().redo();
    expect(bandOf(store.getState())).toEqual(BAND);
  });

  it('ends where the scores mean something else, and moves with their scale', async () => {
    const { store } = await started('');
    const rows = Array.from({ length: 40 }, (_, i) => `${Number((i * 7) % 40 < i)},${i * 2.5}`).join('\n');
    await store.getState().openFiles([csvFile('percent.csv', `y_true,y_prob\n${rows}\n`)]);
    const columnOf = () => store.getState().opened?.prepared.interpretation.score;
    store.getState().setReview({ band: { lower: 20, upper: 60 } });
    await store.getState().applyRepair({ kind: 'divideBy100', column: columnOf() ?? '' });
    expect(bandOf(store.getState())).toEqual(BAND);
    await store.getState().changeInterpretation({ positiveLabel: '0' });
    expect(bandOf(store.getState())).toBeNull();
  });

  it('stands in the operating point, by the published schema', async () => {
    const { store, page } = await started('data=german-credit');
    store.getState().setReview({ band: BAND, capacity: 30 });
    await store.getState().saveOperatingPoint();
    const record = JSON.parse(await page.saved[0].blob.text());
    expect(violationsOf(record, JSON.parse(readFileSync('public/schema/operating-point.json', 'utf8')))).toEqual([]);
    expect(record.review).toEqual({
      lower: 0.2,
      upper: 0.6,
      price: 0.5,
      accuracy: 0.95,
      capacity: 30,
      costs: { tp: 0, fp: 1, fn: 5, tn: 0 },
    });
    for (const { confusion, triage } of record.evaluations) {
      const { yes, review, no } = triage;
      expect(yes.tp + review.positives + no.fn).toBe(confusion.tp + confusion.fn);
      expect(yes.fp + review.negatives + no.tn).toBe(confusion.fp + confusion.tn);
      expect(triage.cost).toBeCloseTo(
        yes.fp +
          5 * no.fn +
          0.5 * (review.positives + review.negatives) +
          0.05 * (5 * review.positives + review.negatives),
        9,
      );
    }
  });
});
