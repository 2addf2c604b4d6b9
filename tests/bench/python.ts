import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./scikitLearn.py', import.meta.url));

/** What the script prints, run in the first Python that has pandas and scikit-learn; null where none does. */
function printed(args: readonly string[]): unknown {
  for (const python of [process.env.PYTHON, 'python3', '/usr/bin/python3', 'python'].filter(
    (name) => name !== undefined,
  )) {
    const hasPackages = spawnSync(python, ['-c', 'import pandas, sklearn'], { stdio: 'ignore' }).status === 0;
    if (!hasPackages) continue;
    const { status, stdout } = spawnSync(python, [SCRIPT, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status !== 0) throw new Error(`scikitLearn.py ended with ${status}.`);
    return JSON.parse(stdout);
  }
  return null;
}

/** Median milliseconds. */
export interface PythonTimes {
  readonly read: number;
  readonly examine: number;
  readonly measure: number;
  readonly index: number;
}

/** The work of opening a file by pandas and scikit-learn; null where they are not installed. */
export function pythonTimes(csv: string, rounds: number): PythonTimes | null {
  const seconds = printed([csv, String(rounds)]) as PythonTimes | null;
  if (seconds === null) return null;
  const { read, examine, measure, index } = seconds;
  return { read: 1000 * read, examine: 1000 * examine, measure: 1000 * measure, index: 1000 * index };
}

/** Median milliseconds of choosing a threshold, and the best values that were found. */
export interface PythonChoices {
  readonly f1: number;
  readonly cost: number;
  readonly curve: number;
  readonly values: { readonly f1: number; readonly cost: number; readonly curve: number };
}

/** The work of choosing a threshold by scikit-learn; null where it is not installed. */
export function pythonChoices(csv: string, rounds: number): PythonChoices | null {
  const seconds = printed([csv, String(rounds), 'choose']) as PythonChoices | null;
  if (seconds === null) return null;
  const { f1, cost, curve, values } = seconds;
  return { f1: 1000 * f1, cost: 1000 * cost, curve: 1000 * curve, values };
}
