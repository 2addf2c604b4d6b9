import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { readingText } from '../../../src/i18n/en/reading.ts';
import { en } from '../../../src/i18n/en.ts';
import type { TextKey } from '../../../src/i18n/translate.ts';
import type { NoticeCode } from '../../../src/state/notices.ts';
import { Notices } from '../../../src/view/shell/Notices.tsx';
import { openedStore, show } from '../charts/openedStore.tsx';

const CODES = Object.keys(en)
  .filter((key) => key.startsWith('problem.'))
  .map((key) => key.slice('problem.'.length) as NoticeCode);
const SKIPS = (Object.keys(readingText) as TextKey[]).filter((key) => key.startsWith('skip.'));

function said(code: NoticeCode, reason: TextKey): string {
  const store = openedStore([]);
  const names = [...en[`problem.${code}`].matchAll(/\{(\w+)/g)].map(([, name]) => name);
  const values = Object.fromEntries(names.map((name) => [name, name === 'reason' ? { key: reason } : 7]));
  store.setState({ notices: [{ code, values }] });
  show(<Notices />, store);
  return screen.getByRole('alert').textContent;
}

it.each(CODES)('%s is a sentence without a key in it', (code) => {
  const text = said(code, 'skip.missingScore');
  expect(text).not.toMatch(/\b(skip|problem|finding)\.|[{}]|undefined|\[object/);
  expect(text.length).toBeGreaterThan(20);
});

it.each(SKIPS)('says in words that no row could be used: %s', (reason) => {
  expect(said('noRowsKept', reason)).toContain(`can be used: ${en[reason as keyof typeof readingText]}.`);
});
