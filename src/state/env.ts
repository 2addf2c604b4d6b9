import type { Deploy } from '../io/deploy.ts';
import type { Io } from '../io/io.ts';
import type { Versions } from '../io/offline/versions.ts';
import type { Page } from '../io/page.ts';
import type { KeepStorage } from '../io/storage.ts';
import type { Words } from '../io/words.ts';

/** Everything outside the program that the store may touch; `main.tsx` gives the real one, a test its own. */
export interface Env {
  readonly io: Io;
  readonly page: Page;
  readonly storage: KeepStorage;
  readonly versions: Versions;
  readonly words: Words;
  readonly fetchDeploy: (signal: AbortSignal) => Promise<Deploy>;
}
