import type { PredictTarget } from './predict.ts';

/** Whether an address is that of the built-in example, which asks nobody. */
export const isExample = (url: string): boolean => url.startsWith('example:');

/** The server of an address; the address itself where it names none. */
export function hostOf(url: string): string {
  return URL.canParse(url) && !isExample(url) ? new URL(url).host : url;
}

/** The servers that would be asked, each once. */
export const askedHosts = (targets: readonly Pick<PredictTarget, 'url'>[]): readonly string[] => [
  ...new Set(targets.filter(({ url }) => !isExample(url) && url.trim() !== '').map(({ url }) => hostOf(url))),
];
