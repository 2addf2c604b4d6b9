import { useContext, useEffect } from 'react';
import type { Estimates, Question } from '../../core/choose/estimate.ts';
import { estimateKey, selectEstimate } from '../../state/certainty.ts';
import { selectInterpretation } from '../../state/selectors.ts';
import { TunerContext, useTuner } from '../../state/useTuner.ts';

/** Prices are typed digit by digit. */
const REST_MS = 150;

export interface Estimate<K extends keyof Estimates> {
  readonly value: Estimates[K];
  /** What it answers: an earlier question, where it is late. */
  readonly split: string;
  readonly question: Extract<Question, { readonly kind: K }>;
  /** Whether it answers an earlier question, and the answer to this one is on its way. */
  readonly isLate: boolean;
}

/** Has the worker answer a question about a split, now and whenever the question changes; null until there is any answer. */
export function useEstimate<K extends keyof Estimates>(
  kind: K,
  split: string,
  question: Extract<Question, { readonly kind: K }> | null,
): Estimate<K> | null {
  const store = useContext(TunerContext);
  const interpretation = useTuner(selectInterpretation);
  const isPreparing = useTuner((state) => state.isPreparing);
  const dataset = useTuner((state) => state.opened?.dataset);
  const known = useTuner((state) => selectEstimate(state, kind));
  const key = question === null || interpretation === null ? null : estimateKey(interpretation, split, question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the question does, and another file may have the same
  useEffect(() => {
    if (store === null || question === null || isPreparing) return;
    const timer = setTimeout(() => void store.getState().estimate(split, question), REST_MS);
    return () => clearTimeout(timer);
  }, [store, dataset, key, isPreparing]);
  if (known === null || key === null) return null;
  const { value, split: of, question: asked } = known;
  return { value, split: of, question: asked, isLate: known.key !== key };
}
