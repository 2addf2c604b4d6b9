import { performance } from 'node:perf_hooks';

/**
 * The median time in milliseconds of each contender over some rounds, in which they take turns so that whatever slows the machine
 * down slows all of them. One round before the first warms up.
 */
export function medians<Name extends string>(
  contenders: Readonly<Record<Name, () => void>>,
  rounds = 15,
): Record<Name, number> {
  const names = Object.keys(contenders) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      contenders[name]();
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  const middle = (sorted: number[]) => sorted[Math.floor(sorted.length / 2)];
  return Object.fromEntries([...times].map(([name, all]) => [name, middle(all.sort((a, b) => a - b))])) as Record<
    Name,
    number
  >;
}

/** `medians` of contenders that take their time, over fewer rounds. */
export async function mediansInTurn<Name extends string>(
  contenders: Readonly<Record<Name, () => Promise<void>>>,
  rounds = 7,
): Promise<Record<Name, number>> {
  const names = Object.keys(contenders) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await contenders[name]();
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  const medians = [...times].map(([name, all]) => [name, all.sort((a, b) => a - b)[Math.floor(rounds / 2)]]);
  return Object.fromEntries(medians) as Record<Name, number>;
}
