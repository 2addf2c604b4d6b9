import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { remoteAddress } from '../../../src/io/remote/remoteAddress.ts';
import { RemoteFilePanel } from '../../../src/view/panels/RemoteFile/RemoteFilePanel.tsx';
import { openedStore, show } from '../charts/openedStore.tsx';

it('shows who would be asked and for what, and is answered by the keyboard', async () => {
  const data = 'https://github.com/o/r/blob/main/a.csv';
  const address = remoteAddress(data);
  if (address === null) throw new Error('no address');
  const store = openedStore([]);
  const accepted: string[] = [];
  store.setState({
    offered: { address, data, link: null },
    acceptRemote: async () => void accepted.push(address.href),
  });
  show(<RemoteFilePanel />, store);
  const panel = within(screen.getByRole('region', { name: 'Ask raw.githubusercontent.com for this file?' }));
  expect(panel.getByText('https://raw.githubusercontent.com/o/r/main/a.csv')).toBeTruthy();
  expect(panel.getByText(new RegExp(`about the file, ${data}`))).toBeTruthy();
  expect(document.activeElement?.tagName).toBe('H2');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(accepted).toEqual([address.href]);
  await userEvent.tab();
  await userEvent.keyboard(' ');
  expect(store.getState().offered).toBeNull();
  expect(screen.queryByRole('region')).toBeNull();
});
