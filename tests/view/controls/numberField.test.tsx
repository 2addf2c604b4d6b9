import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { NumberField, typedNumber } from '../../../src/view/controls/NumberField.tsx';

describe('a typed number', () => {
  it.each([
    ['0.59', 0.59],
    ['0,59', 0.59],
    [' ,5 ', 0.5],
    ['−1,25', -1.25],
    ['1e-3', 0.001],
    ['∞', Number.POSITIVE_INFINITY],
    ['-inf', Number.NEGATIVE_INFINITY],
    ['0.5233633826490391', 0.5233633826490391],
    ['0,590', 0.59],
    ['1234,567', 1234.567],
    ['12,0000', 12],
    ['5.', 5],
    ['０．５９', 0.59],
    ['0。59', 0.59],
    ['0，59', 0.59],
    ['－1', -1],
  ])('%j is %d', (text, value) => expect(typedNumber(text)).toBe(value));

  it.each([
    '',
    'abc',
    '0.5.5',
    '1,000',
    '12,000',
    '12，000',
    '-1,234,567',
    '0,5 %',
    '--1',
    '0x1F',
    '0b1',
    '0o7',
    '.',
    'e3',
  ])('%j is none', (text) => expect(typedNumber(text)).toBeNaN());
});

describe('a number field', () => {
  const setUp = () => {
    const onChange = vi.fn();
    render(
      <NumberField label="Threshold" value={0.5233633826490391} shown="0.5234" low={0} high={1} onChange={onChange} />,
    );
    return { onChange, field: screen.getByRole<HTMLInputElement>('textbox', { name: 'Threshold' }) };
  };

  it('shows the rounded number at rest and the exact one while it is edited', () => {
    const { field } = setUp();
    expect(field.value).toBe('0.5234');
    fireEvent.focus(field);
    expect(field.value).toBe('0.5233633826490391');
  });

  it('sets nothing when it is left untouched', async () => {
    const { field, onChange } = setUp();
    await userEvent.click(field);
    await userEvent.tab();
    expect(onChange).not.toHaveBeenCalled();
  });

  it.each([
    ['{Enter}', 'Enter'],
    ['{Tab}', 'leaving the field'],
  ])('%s applies what was typed', async (key) => {
    const { field, onChange } = setUp();
    await userEvent.clear(field);
    await userEvent.type(field, `0,7${key}`);
    expect(onChange).toHaveBeenCalledExactlyOnceWith(0.7);
  });

  it('says what is wrong, keeps what was typed, and sets nothing', async () => {
    const { field, onChange } = setUp();
    await userEvent.clear(field);
    await userEvent.type(field, '1.5{Enter}');
    expect(screen.getByRole('alert').textContent).toBe('Type a number from 0 to 1.');
    expect(field.value).toBe('1.5');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.type(field, '{Escape}');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(field.value).toBe('0.5233633826490391');
  });

  it.each([
    ['12,000', 'Is “12,000” 12000 or 12.0? Type one of the two.'],
    ['1,250', 'Is “1,250” 1250 or 1.25? Type one of the two.'],
    ['1,234,567', 'Type it without commas: 1234567.'],
  ])('asks which number %s is', async (text, sentence) => {
    const { field, onChange } = setUp();
    await userEvent.clear(field);
    await userEvent.type(field, `${text}{Enter}`);
    expect(screen.getByRole('alert').textContent).toBe(sentence);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('lets a text that was not taken go when the number changes elsewhere, not while it is typed', async () => {
    const field = (value: number) => <NumberField label="Threshold" value={value} onChange={() => {}} />;
    const { rerender } = render(field(0.5));
    const input = screen.getByRole<HTMLInputElement>('textbox');
    await userEvent.clear(input);
    await userEvent.type(input, 'abc');
    rerender(field(0.6));
    expect(input.value).toBe('abc');
    await userEvent.tab();
    expect(screen.getByRole('alert')).toBeTruthy();
    rerender(field(0.7));
    expect(input.value).toBe('0.7');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('forgets the error when an arrow key sets the number', async () => {
    render(<NumberField label="Threshold" value={0.5} onChange={() => {}} onArrow={({ key }) => key === 'ArrowUp'} />);
    const input = screen.getByRole<HTMLInputElement>('textbox');
    await userEvent.clear(input);
    await userEvent.type(input, 'abc{Enter}');
    expect(screen.getByRole('alert')).toBeTruthy();
    await userEvent.type(input, '{ArrowUp}');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(input.value).toBe('0.5');
  });
});

it.each([
  ['-1', 'Type a number of 0 or more.'],
  ['1e308', 'That is too much. Type a number up to 1,000,000,000,000,000.'],
  ['', 'Type a number such as 0.59.'],
  ['lots', 'Type a number such as 0.59.'],
])('says what is wrong with the price %j, and takes nothing', (typed, said) => {
  const onChange = vi.fn();
  render(<NumberField label="Cost of a miss" value={5} low={0} high={1e15} onChange={onChange} />);
  const field = screen.getByRole('textbox', { name: 'Cost of a miss' });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: typed } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(screen.getByRole('alert').textContent).toBe(said);
  expect(onChange).not.toHaveBeenCalled();
});
