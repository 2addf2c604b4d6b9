import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A part of the page that comes when it is first shown, and its words with it: those of the first view are not enough for it. */
export const lazyPart = <P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => {
    const [part] = await Promise.all([load(), import('../i18n/later.ts')]);
    return { default: part };
  });
