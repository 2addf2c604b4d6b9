import { expect, it } from 'vitest';
import { learnText } from '../../src/i18n/en/learn.ts';
import { topicText } from '../../src/i18n/en/topics.ts';
import { filled } from '../../src/i18n/translate.ts';

it.each(Object.entries({ ...learnText, ...topicText }))('%s has only whole holes and is not empty', (_, text) => {
  expect(text.trim()).not.toBe('');
  const holes = [...text.matchAll(/\{(\w+)/g)].map(([, name]) => [name, 1] as const);
  expect(filled(text, Object.fromEntries(holes))).not.toMatch(/[{}]/);
});
