import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { TunerStore } from '../../../src/state/store.ts';
import { useGlobalKeys } from '../../../src/view/shell/useGlobalKeys.ts';
import { openedStore, show } from '../charts/openedStore.tsx';

const undo = vi.fn();
const help = vi.fn();
function Page() {
  useGlobalKeys(help);
  return (
    <>
      <input aria-label="text" />
      <textarea aria-label="lines" />
      <input type="range" aria-label="range" />
      <input type="checkbox" aria-label="checkbox" />
      <select aria-label="select" />
      <button type="button" aria-label="button" />
    </>
  );
}

let store: TunerStore;
beforeEach(() => {
  undo.mockClear();
  help.mockClear();
  store = openedStore([]);
  store.setState({ undo });
  show(<Page />, store);
});

it.each([
  ['text', 0, 0],
  ['lines', 0, 0],
  ['range', 1, 1],
  ['checkbox', 1, 0],
  ['select', 1, 0],
  ['button', 1, 1],
])('on a %s, Ctrl+Z undoes %d times and “?” helps %d times', (name, undone, helped) => {
  const target = screen.getByLabelText(name);
  fireEvent.keyDown(target, { key: 'z', ctrlKey: true });
  fireEvent.keyDown(target, { key: '?' });
  expect([undo.mock.calls.length, help.mock.calls.length]).toEqual([undone, helped]);
});

it('work where nothing has the focus', () => {
  fireEvent.keyDown(document.body, { key: 'z', metaKey: true });
  fireEvent.keyDown(document.body, { key: '?' });
  expect([undo.mock.calls.length, help.mock.calls.length]).toEqual([1, 1]);
});

it('leaves “?” alone once it is switched off, and the undo as it was', () => {
  act(() => store.getState().setHelpKey(false));
  fireEvent.keyDown(document.body, { key: '?' });
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  expect(help).not.toHaveBeenCalled();
  expect(undo).toHaveBeenCalledOnce();
  act(() => store.getState().setHelpKey(true));
  fireEvent.keyDown(document.body, { key: '?' });
  expect(help).toHaveBeenCalledOnce();
});
