import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./scikitLearn.py', import.meta.url));

/** Median milliseconds. */
export interface PythonTimes {
  readonly read: number;
  readonly examine: number;
  readonly measure: number;
  readonly index: number;
}

/** The same work by pandas and scikit-learn, in the first Python that has them; null where none does. */
export function pythonTimes(csv: string, rounds: number): PythonTimes | null {
  for (const python of [process.env.PYTHON, 'python3', '/usr/bin/python3', 'python'].filter(
    (name) => name !== undefined,
  )) {
    const hasPackages = spawnSync(python, ['-c', 'import pandas, sklearn'], { stdio: 'ignore' }).status === 0;
    if (!hasPackages) continue;
    const { status, stdout } = spawnSync(python, [SCRIPT, csv, String(rounds)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status !== 0) throw new Error(`scikitLearn.py ended with ${status}.`);
    const { read, examine, measure, index } = JSON.parse(stdout) as PythonTimes;
    return { read: 1000 * read, examine: 1000 * examine, measure: 1000 * measure, index: 1000 * index };
  }
  return null;
}
