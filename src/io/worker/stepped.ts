import { breathing } from '../read/breath.ts';

/** Goes through all steps, with breaths in which it can be cancelled. */
export async function stepped<T>(signal: AbortSignal, steps: Generator<void, T>): Promise<T> {
  const breath = breathing(signal);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breath();
  }
}
