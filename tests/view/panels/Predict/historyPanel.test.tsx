import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { MadeCall } from '../../../../src/state/predict.ts';
import { NOTHING_ASKED, startOf } from '../../../../src/state/predictStart.ts';
import { HistoryPanel } from '../../../../src/view/panels/Predict/HistoryPanel.tsx';
import { evaluationOf, openedStore, show } from '../../charts/openedStore.tsx';

it('says when a call was made by the clock of the reader, and to a program by an exact moment', () => {
  const store = openedStore([evaluationOf('test', [[1, 0.9] as const, [0, 0.1] as const])]);
  store.setState({ ...NOTHING_ASKED, ...startOf(null, null, false) });
  const at = new Date(2026, 4, 6, 17, 8, 9).getTime();
  const call: MadeCall = {
    id: 1,
    at,
    target: 1,
    name: '',
    url: 'http://127.0.0.1:5000/predict',
    method: 'POST',
    version: '',
    request: '{}',
    outcome: {
      kind: 'failed',
      problem: { code: 'timeout', values: {} },
      status: null,
      ms: 4,
      said: null,
      isPassing: false,
      retryAfter: null,
    } as MadeCall['outcome'],
  };
  store.setState({ madeCalls: [call] });
  show(<HistoryPanel />, store);
  const time = within(screen.getByRole('table', { name: 'Calls made' })).getByRole('time');
  expect(time.textContent).toMatch(/^5:08:09\sPM$/);
  expect(time.title).toMatch(/^May 6, 2026 at 5:08:09\sPM/);
  expect(time.getAttribute('datetime')).toBe(new Date(at).toISOString());
  expect(
    screen
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent)
      .slice(0, 2),
  ).toEqual(['Time', 'Answer']);
});
