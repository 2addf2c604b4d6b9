import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { NOTHING_ASKED, startOf } from '../../../../src/state/predictStart.ts';
import { AskPanel } from '../../../../src/view/panels/Predict/AskPanel.tsx';
import { evaluationOf, openedStore, show } from '../../charts/openedStore.tsx';

it('keeps the focus on the button while it waits, asks once, and brings an answer below the window into sight of who waits for it', async () => {
  const store = openedStore([evaluationOf('test', [[1, 0.9] as const, [0, 0.1] as const])]);
  let answered = (_: boolean) => {};
  const ask = vi.fn(() => {
    store.setState(({ targets }) => ({ asking: targets.map(({ id }) => id) }));
    return new Promise<boolean>((resolve) => {
      answered = resolve;
    });
  });
  store.setState({ ...NOTHING_ASKED, ...startOf(null, null, false), setForm: vi.fn() });
  store.setState({ ask });
  const [{ id }] = store.getState().targets;
  show(
    <>
      <AskPanel />
      <section>
        <h2 id={`predict-answer-${id}`}>Answer</h2>
      </section>
    </>,
    store,
  );
  const head = screen.getByRole('heading', { name: 'Answer' });
  const scroll = vi.fn();
  Object.assign(head.closest('section') ?? expect.fail(), { scrollIntoView: scroll });
  const isAt = (top: number) =>
    vi.spyOn(head, 'getBoundingClientRect').mockReturnValue(DOMRect.fromRect({ y: top, height: 20 }));
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Show the answer' });

  isAt(100);
  fireEvent.click(button);
  fireEvent.click(button);
  expect(ask).toHaveBeenCalledTimes(1);
  expect([button.disabled, button.getAttribute('aria-disabled')]).toEqual([false, 'true']);
  await act(async () => answered(true));
  expect(scroll).not.toHaveBeenCalled();

  isAt(window.innerHeight + 100);
  act(() => store.setState({ asking: [] }));
  fireEvent.click(button);
  await act(async () => answered(false));
  act(() => store.setState({ asking: [] }));
  fireEvent.click(button);
  act(() => screen.getByRole('textbox', { name: 'Text' }).focus());
  await act(async () => answered(true));
  expect(scroll).not.toHaveBeenCalled();

  act(() => store.setState({ asking: [] }));
  fireEvent.click(button);
  await act(async () => answered(true));
  expect(scroll).toHaveBeenCalledTimes(1);
});
