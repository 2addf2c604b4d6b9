import { createTunerStore, type TunerStore } from '../../src/state/store.ts';
import { startSync } from '../../src/state/sync.ts';
import { type TestPage, testEnv, testPage } from './testEnv.ts';

/** A page opened at an address, with its classes or labels worked out. */
export async function started(hash: string): Promise<{ store: TunerStore; page: TestPage }> {
  const env = testEnv(testPage(hash));
  const store = createTunerStore(env);
  await startSync(store, env);
  await store.getState().refreshClasses();
  return { store, page: env.page };
}
