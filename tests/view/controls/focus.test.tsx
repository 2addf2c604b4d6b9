import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Dialog } from '../../../src/view/controls/Dialog.tsx';
import { Term } from '../../../src/view/controls/Term.tsx';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('lets the pointer travel from a word into its explanation', () => {
  vi.useFakeTimers();
  render(<Term explain={() => 'of the flagged, the share that is right'}>Precision</Term>);
  const word = screen.getByRole('button');
  fireEvent.pointerEnter(word);
  fireEvent.pointerLeave(word);
  act(() => void vi.advanceTimersByTime(100));
  fireEvent.pointerEnter(screen.getByRole('tooltip'));
  act(() => void vi.advanceTimersByTime(1000));
  fireEvent.pointerLeave(screen.getByRole('tooltip'));
  expect(screen.getByRole('tooltip')).toBeTruthy();
  act(() => void vi.advanceTimersByTime(200));
  expect(screen.queryByRole('tooltip')).toBeNull();
});

it('closes a dialog natively, so that the browser gives the focus back', () => {
  HTMLDialogElement.prototype.showModal ??= () => {};
  HTMLDialogElement.prototype.close ??= () => {};
  const close = vi.spyOn(HTMLDialogElement.prototype, 'close').mockImplementation(function close(this: Element) {
    fireEvent(this, new Event('close'));
  });
  const onClose = vi.fn();
  render(
    <Dialog title="Keys" onClose={onClose}>
      text
    </Dialog>,
  );
  fireEvent.click(screen.getByLabelText('Close'));
  expect(close).toHaveBeenCalledOnce();
  expect(onClose).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('dialog', { hidden: true }));
  expect(onClose).toHaveBeenCalledTimes(2);
});
