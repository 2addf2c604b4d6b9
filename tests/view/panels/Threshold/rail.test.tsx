import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { selectThreshold } from '../../../../src/state/selectors.ts';
import type { TunerStore } from '../../../../src/state/store.ts';
import { SentencePanel } from '../../../../src/view/panels/Sentence/SentencePanel.tsx';
import { DecisionPanel } from '../../../../src/view/panels/Threshold/DecisionPanel.tsx';
import { Rail } from '../../../../src/view/panels/Threshold/Rail.tsx';
import { evaluationOf, openedStore, show } from '../../charts/openedStore.tsx';

const ROWS = [[1, 0.9] as const, [1, 0.6] as const, [0, 0.4] as const, [0, 0.1] as const];
let store: TunerStore;
let field: Element;
const threshold = () => selectThreshold(store.getState());
const slider = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Decision threshold' });

beforeEach(() => {
  store = openedStore([evaluationOf('test', ROWS)]);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 400, 280));
  const { container } = show(
    <>
      <Rail />
      <DecisionPanel />
      <SentencePanel />
    </>,
    store,
  );
  const found = container.querySelector('.railField');
  if (found === null) throw new Error('There is no histogram.');
  field = found;
});

const at = (share: number, y = 100) => ({ clientX: share * 400, clientY: y });

describe('a pointer on the histogram', () => {
  const finger = { pointerType: 'touch', isPrimary: true, button: 0, pointerId: 7 };
  const mouse = { pointerType: 'mouse', isPrimary: true, button: 0, buttons: 1, pointerId: 1 };

  it('scrolls with a finger that moves up', () => {
    fireEvent.pointerDown(field, { ...finger, ...at(0.2) });
    fireEvent.pointerMove(field, { ...finger, ...at(0.21, 40) });
    fireEvent.pointerCancel(field, finger);
    fireEvent.pointerUp(field, { ...finger, ...at(0.21, 40) });
    expect(threshold()).toBe(0.5);
  });

  it('sets the threshold by a tap and by a sideways drag', () => {
    fireEvent.pointerDown(field, { ...finger, ...at(0.2) });
    fireEvent.pointerUp(field, { ...finger, ...at(0.2) });
    expect(threshold()).toBe(0.2);
    fireEvent.pointerDown(field, { ...finger, ...at(0.2) });
    fireEvent.pointerMove(field, { ...finger, ...at(0.4) });
    expect(threshold()).toBe(0.4);
  });

  it('follows the mouse while its first button is down', () => {
    fireEvent.pointerDown(field, { ...mouse, ...at(0.3), button: 2, buttons: 2 });
    expect(threshold()).toBe(0.5);
    fireEvent.pointerDown(field, { ...mouse, ...at(0.3) });
    fireEvent.pointerMove(field, { ...mouse, ...at(0.35) });
    expect(threshold()).toBe(0.35);
    fireEvent.pointerMove(field, { ...mouse, ...at(0.8), buttons: 0 });
    fireEvent.pointerMove(field, { ...mouse, ...at(0.9) });
    expect(threshold()).toBe(0.35);
    act(() => store.getState().undo());
    expect(threshold()).toBe(0.5);
  });
});

it.each([
  ['0.7', 0.7],
  [',25', 0.25],
  ['-2', -2],
])('typing %s on the slider goes on in the field', async (text, value) => {
  slider().focus();
  await userEvent.keyboard(text);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Threshold' }).value).toBe(text);
  await userEvent.keyboard('{Enter}');
  expect(threshold()).toBe(value);
});

it('reads the threshold aloud, and never as 0 or 1 when it is neither', () => {
  const said = () => slider().getAttribute('aria-valuetext');
  expect(said()).toBe('0.500, flags 2 of 4');
  act(() => store.getState().setThreshold(0.99999));
  expect(said()).toBe('0.99999, flags 0 of 4');
  act(() => store.getState().setThreshold(0));
  expect(said()).toBe('0.000, flags 4 of 4');
});

it('keeps the focus on undo when there is nothing left to undo', () => {
  act(() => store.getState().setThreshold(0.7));
  const undo = screen.getByRole('button', { name: 'Undo' });
  undo.focus();
  fireEvent.click(undo);
  expect(undo.getAttribute('aria-disabled')).toBe('true');
  expect(document.activeElement).toBe(undo);
  fireEvent.click(undo);
  expect(threshold()).toBe(0.5);
});

it('keeps the focus in the sentence when “Go there” has done its work', () => {
  act(() => store.getState().setThreshold(0.95));
  const button = screen.getByRole('button', { name: /Go there/ });
  button.focus();
  fireEvent.click(button);
  expect(screen.queryByRole('button', { name: /Go there/ })).toBeNull();
  expect(document.activeElement?.textContent).toContain('No threshold is cheaper');
});
