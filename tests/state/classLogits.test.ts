import { beforeAll, describe, expect, it } from 'vitest';
import { readLink, writeLink } from '../../src/io/link.ts';
import { selectMeasured } from '../../src/state/classSelectors.ts';
import { linkOf } from '../../src/state/linkedState.ts';
import type { TunerStore } from '../../src/state/store.ts';
import { started } from './started.ts';
import { csvFile } from './testEnv.ts';

const TEXT = 'truth,cat,dog,owl\ncat,4,-1.5,0\ndog,-2,3,0\nowl,0,0.5,2\ncat,3,1,1\ndog,1,0.5,0.25\ndog,0.5,2,2.5\n';
const REPAIR = { kind: 'softmaxClasses', column: 'truth' } as const;

/** By scipy.special.softmax and sklearn.metrics.log_loss of scikit-learn 1.2.1. */
const LOG_LOSS = 0.48497256040361686;
const BRIER = 0.2876028327716161;
const OF_DOGS = [0.10650697891920076, 0.16425162762508783, 0.003997223986547706];

describe('logits of several classes', () => {
  let store: TunerStore;
  const overview = async () => {
    await store.getState().refreshClasses();
    const measured = selectMeasured(store.getState());
    if (measured === null) throw new Error('The classes are not measured.');
    return measured.splits[0].overview;
  };
  beforeAll(async () => {
    ({ store } = await started(''));
    await store.getState().openFiles([csvFile('logits.csv', TEXT)]);
    store.getState().setView('classes');
  });

  it('have no log loss, and the softmax on offer', async () => {
    expect((await overview()).logLoss).toBeNaN();
    const offers = store.getState().opened?.prepared.findings.flatMap((finding) => finding.offers ?? []);
    expect(offers).toContainEqual(REPAIR);
  });

  it('become probabilities by it, in all classes and in the one in view', async () => {
    await store.getState().applyRepair(REPAIR);
    const { logLoss, brierScore, areProbabilities } = await overview();
    expect(areProbabilities).toBe(true);
    expect(logLoss).toBeCloseTo(LOG_LOSS, 14);
    expect(brierScore).toBeCloseTo(BRIER, 14);
    await store.getState().changeInterpretation({ positiveLabel: 'dog' });
    const [{ index }] = store.getState().opened?.prepared.evaluations ?? [];
    const negatives = [...(index?.negatives.scores ?? [])].sort((a, b) => a - b);
    for (const [at, score] of [...OF_DOGS].sort((a, b) => a - b).entries())
      expect(negatives[at]).toBeCloseTo(score, 14);
  });

  it('are so in the link, and as they were once it is undone', async () => {
    expect(readLink(writeLink(linkOf(store.getState()))).link.repairs).toEqual([REPAIR]);
    await store.getState().undoRepair(REPAIR);
    expect((await overview()).logLoss).toBeNaN();
    expect(store.getState().opened?.prepared.interpretation.repairs).toEqual([]);
  });
});
