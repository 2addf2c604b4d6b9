import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { Fold } from '../../../src/view/controls/Fold.tsx';

/** A screen that is narrow or wide, and can be turned. */
function screenThat(isNarrow: boolean) {
  const query = Object.assign(new EventTarget(), { matches: isNarrow });
  vi.stubGlobal('matchMedia', () => query);
  return (matches: boolean) =>
    act(() => {
      query.matches = matches;
      query.dispatchEvent(new Event('change'));
    });
}

afterEach(() => vi.unstubAllGlobals());

function Question({ isPrinted = false }: { readonly isPrinted?: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Fold title="How sure?" isOpen={isOpen} onToggle={setIsOpen} isPrinted={isPrinted}>
      <section>
        <h2>How sure?</h2>
        <input aria-label="Guess" />
      </section>
    </Fold>
  );
}

it('is the panel alone on a wide screen', () => {
  screenThat(false);
  render(<Question />);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByRole('textbox', { name: 'Guess' })).toBeTruthy();
});

it('is a heading on a narrow one, opens and closes by keyboard, and keeps the focus', async () => {
  screenThat(true);
  render(<Question />);
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['How sure?']);
  expect(screen.queryByRole('textbox')).toBeNull();
  await userEvent.tab();
  const button = screen.getByRole('button', { name: 'How sure?', expanded: false });
  expect(document.activeElement).toBe(button);
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'How sure?', expanded: true })).toBe(document.activeElement);
  expect(screen.getByRole('textbox')).toBeTruthy();
  expect(screen.getAllByRole('heading')).toHaveLength(1);
  await userEvent.keyboard(' ');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(document.activeElement).toBe(button);
});

it('keeps what was typed when the screen is turned', async () => {
  const turn = screenThat(true);
  render(<Question />);
  await userEvent.click(screen.getByRole('button'));
  await userEvent.type(screen.getByRole('textbox'), '0.4');
  turn(false);
  expect(screen.queryByRole('button')).toBeNull();
  expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe('0.4');
});

it('keeps on the page, out of sight, what a printer needs', () => {
  screenThat(true);
  const { container } = render(<Question isPrinted />);
  expect(container.querySelector('.isFolded.isPrinted + section')).not.toBeNull();
});
