import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { SearchField } from '../../../src/view/controls/SearchField.tsx';

const OPTIONS = Array.from({ length: 40_000 }, (_, at) => `column ${at}`);

function show(value = 'column 7', none?: string) {
  const onChange = vi.fn();
  const { container } = render(
    <SearchField id="score" name="Score" value={value} options={OPTIONS} none={none} onChange={onChange} />,
  );
  const field = screen.getByRole('combobox', { name: 'Score' }) as HTMLInputElement;
  const offered = () => [...container.querySelectorAll('option')].map(({ value: option }) => option);
  return { field, onChange, offered };
}

it('offers the options that hold what was typed, fifty at most', async () => {
  const { field, offered } = show();
  expect([field.value, offered().length]).toEqual(['column 7', 50]);
  await userEvent.clear(field);
  await userEvent.type(field, 'COLUMN 3999');
  expect(offered()).toEqual(['column 3999', ...Array.from({ length: 10 }, (_, at) => `column 3999${at}`)]);
});

it('takes a typed option by Enter or on leaving, not before', async () => {
  const { field, onChange } = show();
  await userEvent.clear(field);
  await userEvent.type(field, 'column 12');
  expect(onChange).not.toHaveBeenCalled();
  await userEvent.type(field, '{Enter}');
  expect(onChange.mock.calls).toEqual([['column 12']]);
  await userEvent.clear(field);
  await userEvent.type(field, 'column 345');
  await userEvent.tab();
  expect(onChange.mock.lastCall).toEqual(['column 345']);
});

it('takes an option chosen from the list at once', () => {
  const { field, onChange } = show();
  fireEvent.input(field, { target: { value: 'column 39999' }, inputType: 'insertReplacementText' });
  expect(onChange.mock.calls).toEqual([['column 39999']]);
});

it('says that there is no such option, and goes back to the present one', async () => {
  const { field, onChange } = show();
  await userEvent.clear(field);
  await userEvent.type(field, 'nothing{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('No column is called that');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await userEvent.keyboard('{Escape}');
  expect([field.value, screen.queryByRole('alert')]).toEqual(['column 7', null]);
  await userEvent.type(field, 'x');
  await userEvent.tab();
  expect([field.value, onChange.mock.calls]).toEqual(['column 7', []]);
});

it('is emptied where nothing is a choice, and only there', async () => {
  const optional = show('column 7', 'none');
  await userEvent.clear(optional.field);
  await userEvent.tab();
  expect(optional.onChange.mock.calls).toEqual([[null]]);
});

it('keeps what must be chosen', async () => {
  const { field, onChange } = show();
  await userEvent.clear(field);
  await userEvent.tab();
  expect([field.value, onChange.mock.calls]).toEqual(['column 7', []]);
});
