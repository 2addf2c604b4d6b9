import type { Phrase } from '../i18n/translate.ts';

/** Where a text is no JSON, as far as the browser tells: each words its errors in its own way, and in English only. */
export function jsonFault(error: unknown): Phrase {
  const message = error instanceof Error ? error.message : String(error);
  const place = /line (\d+) column (\d+)/.exec(message);
  if (place !== null) return { key: 'jsonPart.place', values: { line: Number(place[1]), column: Number(place[2]) } };
  return { key: /unexpected (?:end|eof)/i.test(message) ? 'jsonPart.end' : 'jsonPart.somewhere' };
}
