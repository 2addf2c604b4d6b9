import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createPredictActions } from '../../../../src/state/predictActions.ts';
import { NOTHING_ASKED, startOf } from '../../../../src/state/predictStart.ts';
import { Endpoints } from '../../../../src/view/panels/Predict/Endpoints.tsx';
import { evaluationOf, openedStore, show } from '../../charts/openedStore.tsx';

const press = async (name: string) => {
  const button = screen.getByRole('button', { name });
  button.focus();
  await act(async () => void fireEvent.click(button));
};
const focused = () => document.activeElement?.textContent;

it('hands the focus on when an endpoint or its last header is taken away', async () => {
  const store = openedStore([evaluationOf('test', [[1, 0.9] as const, [0, 0.1] as const])]);
  store.setState({ ...NOTHING_ASKED, ...startOf(null, null, false) });
  const { setState, getState } = store;
  store.setState(createPredictActions(getState().predictTools)(setState, getState, store));
  const [{ id }] = store.getState().targets;
  store.getState().setTarget(id, { url: 'http://localhost:5000/predict', name: '' });
  show(<Endpoints />, store);

  await press('Ask another version too');
  await press('Remove endpoint 2');
  expect(store.getState().targets).toHaveLength(1);
  expect(focused()).toBe('Ask another version too');

  await press('Add a header');
  await press('Remove header 1');
  expect(screen.queryByRole('button', { name: 'Remove header 1' })).toBeNull();
  expect(focused()).toBe('Add a header');
});
