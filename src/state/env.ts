import type { Deploy } from '../io/deploy.ts';
import type { Io } from '../io/io.ts';
import type { Page } from '../io/page.ts';

/** Everything outside the program that the store may touch; `main.tsx` gives the real one, a test its own. */
export interface Env {
  readonly io: Io;
  readonly page: Page;
  readonly fetchDeploy: (signal: AbortSignal) => Promise<Deploy>;
}
