import { expect, it } from 'vitest';
import { looksLikeDate, looksLikeMoney } from '../../../src/core/roles/oddCells.ts';

it('knows dates and money', () => {
  const dates =
    '2020-01-05,05.01.2020,5/1/20,5-Jan,05. Mär,Jan-85,12 October 2021,2020-01-05 00:00:00,2020-01-05T10:00:00Z';
  expect(dates.split(',').filter((cell) => !looksLikeDate(cell))).toEqual([]);
  expect(['0.5', '1.2.3', '1-2', 'May', '5 apples', '2020', 'v1.2.2020x', 'Janet 85'].filter(looksLikeDate)).toEqual(
    [],
  );
  expect(
    ['$5', '-$5.00', '$-5', '+£5', '€ 1.234,50', '5 €', '5,5₹', '-5 €', '+5€'].filter((cell) => !looksLikeMoney(cell)),
  ).toEqual([]);
  expect(
    ['5', '$', 'US$', '5 EUR', '$x', '$x5', 'about $5', '$5 each', 'about 5 €', '5 €/h', 'x5 €'].filter(looksLikeMoney),
  ).toEqual([]);
});
