/** Cells that stand where numbers were meant. */

const MONTHS = new Set(
  'jan feb mar apr may jun jul aug sep sept oct nov dec mär mrz mai okt dez fév févr fev avr août aoû déc ene abr ago set out dic'
    .concat(' january february march april june july august september october november december')
    .concat(' januar februar märz juni juli oktober dezember')
    .split(' '),
);
const DATE =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4}))(?:[ T]\d{1,2}:\d{2}(?::\d{2})?.{0,9})?$/;
const DAY_AND_MONTH = /^\d{1,4}[-/. ]{1,2}(\p{L}{3,9})\.?(?:[-/. ]{1,2}\d{2,4})?$/u;
const MONTH_AND_YEAR = /^(\p{L}{3,9})[-/. ]{1,2}\d{2,4}$/u;

/** Whether a cell looks like a date: 2020-01-05, 05.01.2020, 5-Jan, 05. Mär, Jan 85. */
export function looksLikeDate(cell: string): boolean {
  if (DATE.test(cell)) return true;
  const month = (DAY_AND_MONTH.exec(cell) ?? MONTH_AND_YEAR.exec(cell))?.[1];
  return month !== undefined && MONTHS.has(month.toLowerCase());
}

/** Whether a cell is an amount of money: $5, 1,50 €. */
export function looksLikeMoney(cell: string): boolean {
  return /^[+-]?\p{Sc} ?[+-]?[\d.,]+$|^[+-]?[\d.,]+\s?\p{Sc}$/u.test(cell);
}
