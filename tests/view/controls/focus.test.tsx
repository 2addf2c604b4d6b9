import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Dialog } from '../../../src/view/controls/Dialog.tsx';
import { passFocus } from '../../../src/view/controls/passFocus.ts';
import { Sentence } from '../../../src/view/controls/Sentence.tsx';
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

it('passes the focus of a button that goes on to its heir, and never takes it from elsewhere', async () => {
  const heir = () => screen.getByRole('heading');
  const panel = (isRunning: boolean) => (
    <>
      <h2 tabIndex={-1}>Many at once</h2>
      <input aria-label="elsewhere" />
      {isRunning && (
        <button type="button" ref={passFocus(heir)}>
          Cancel
        </button>
      )}
    </>
  );
  const { rerender } = render(panel(true));
  screen.getByRole('button').focus();
  rerender(panel(true));
  await act(async () => {});
  expect(document.activeElement).toBe(screen.getByRole('button'));
  rerender(panel(false));
  await act(async () => {});
  expect(document.activeElement).toBe(heir());
  rerender(panel(true));
  screen.getByRole('textbox').focus();
  rerender(panel(false));
  await act(async () => {});
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
});

it('keeps a field and the mark behind it on one line', () => {
  const field = (name: string) => <input aria-label={name} />;
  const { container } = render(
    <p>
      <Sentence
        textKey="sentence.costs"
        holes={{ miss: field('miss'), falseAlarm: field('false alarm'), cost: <strong>9 €</strong> }}
      />
    </p>,
  );
  expect(container.textContent).toBe('A miss costs , a false alarm : 9 € in all.');
  const marked = [...container.querySelectorAll('.withMark')];
  expect(marked.map((each) => [each.querySelector('input')?.getAttribute('aria-label'), each.textContent])).toEqual([
    ['miss', ','],
    ['false alarm', ':'],
  ]);
});
