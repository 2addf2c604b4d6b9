import { expect, it } from 'vitest';
import { placesAtSteps } from '../../../src/view/charts/readableRows.ts';

const always = () => true;

it('takes the first place at or beyond each of 21 steps', () => {
  const values = Array.from({ length: 1001 }, (_, i) => i / 1000);
  const places = placesAtSteps(values, always);
  expect(places).toHaveLength(21);
  expect(places.map((place) => values[place])).toEqual(Array.from({ length: 21 }, (_, i) => (i * 50) / 1000));
});

it('names a place once where the values jump over steps', () => {
  expect(placesAtSteps([0, 0.5, 1], always)).toEqual([0, 1, 2]);
});

it('passes over places that are not to be shown and values that are no numbers', () => {
  expect(placesAtSteps([0, 0, 0.3, 1], (place) => place > 0)).toEqual([1, 2, 3]);
  expect(placesAtSteps([Number.NaN, Number.NaN], always)).toEqual([]);
});
