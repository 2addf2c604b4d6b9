import {
  numberIn,
  numberOfPercent,
  numberOfPercentWithComma,
  numberWithComma,
  numberWithThousandsComma,
  numberWithThousandsGap,
} from './cell.ts';

/** How a column writes its numbers, with its reader; of two that read equally many cells the earlier one is taken. */
const READERS = {
  /** 0.25 */
  plain: numberIn,
  /** 1 234.5; 1'234.5 */
  thousandsGap: numberWithThousandsGap,
  /** 1,234.5 */
  thousandsComma: numberWithThousandsComma,
  /** 0,25; 1.234,5; 1 234,5 */
  decimalComma: numberWithComma,
  /** 53.2 % */
  percent: numberOfPercent,
  /** 53,2 % */
  percentComma: numberOfPercentWithComma,
} as const;

export type NumberSpelling = keyof typeof READERS;

const SPELLINGS = Object.keys(READERS) as NumberSpelling[];

export interface InferredSpelling {
  readonly spelling: NumberSpelling;
  /** Every comma in it may mark decimals as well as thousands (1,234 and the like throughout): the other reading is as good. */
  readonly isAmbiguous: boolean;
  /** A decimal comma would read as many cells: nothing tells yet which mark is the decimal one. */
  readonly isOpen: boolean;
  /** Cells that spell a number. */
  readonly count: number;
}

/** The number a cell spells in that spelling; NaN where it spells none. O(length). */
export function numberSpelt(cell: string, spelling: NumberSpelling): number {
  return READERS[spelling](cell);
}

/** The number each cell spells in that spelling; NaN where it spells none. O(cells). */
export function numbersSpelt(dictionary: readonly string[], spelling: NumberSpelling): Float64Array {
  return Float64Array.from(dictionary, READERS[spelling]);
}

const WHOLE = /^-?\d+$/;
const WITHOUT_PERCENT = SPELLINGS.filter((spelling) => !spelling.startsWith('percent'));
const WITH_POINT = WITHOUT_PERCENT.filter((spelling) => spelling !== 'decimalComma');
const WITH_PERCENT = SPELLINGS.filter((spelling) => spelling.startsWith('percent'));

/** The spellings in which a cell is a number. Plain numbers, which most are, are read once. O(length). */
function spellingsOf(cell: string): readonly NumberSpelling[] {
  if (!/[\p{Nd}i]/iu.test(cell)) return [];
  const reads = (spelling: NumberSpelling) => !Number.isNaN(READERS[spelling](cell));
  if (!reads('plain')) return (/[%\uff05]/.test(cell) ? WITH_PERCENT : WITHOUT_PERCENT).filter(reads);
  return WHOLE.test(cell) || reads('decimalComma') ? WITHOUT_PERCENT : WITH_POINT;
}

/**
 * How a column spells its numbers, from its different cells (`missing`: 1 where one is a missing value): the way that reads most of
 * them. Decided for the column, never for a cell: "1.234" is a thousand beside "0,5" and little more than one beside "0.5". O(cells).
 */
export function inferSpelling(dictionary: readonly string[], missing: Uint8Array): InferredSpelling {
  const read = new Map<NumberSpelling, number>();
  const countOf = (spelling: NumberSpelling) => read.get(spelling) ?? 0;
  for (let code = 0; code < dictionary.length; code++) {
    if (missing[code] === 1) continue;
    for (const spelling of spellingsOf(dictionary[code])) read.set(spelling, countOf(spelling) + 1);
  }
  const spelling = SPELLINGS.reduce((best, other) => (countOf(other) > countOf(best) ? other : best));
  const count = countOf(spelling);
  const rival = spelling === 'percent' ? 'percentComma' : 'decimalComma';
  const isOpen = spelling !== rival && countOf(rival) === count;
  return { spelling, isAmbiguous: isOpen && spelling === 'thousandsComma', isOpen, count };
}

/** The reading that is as good as that of an ambiguous column. O(1). */
export function otherSpelling(spelling: NumberSpelling): NumberSpelling {
  return spelling === 'thousandsComma' ? 'decimalComma' : 'thousandsComma';
}

/** Marks in a number that have two readings. */
export const MARKS = { none: 0, comma: 1, point: 2 } as const;

/**
 * What a number would be with a decimal comma that was read with a decimal point: 1.1 for "1,100", 1100 for "1.100". Exact, as such
 * numbers have three digits behind their mark and six at most. O(1).
 */
export function turnedToComma(value: number, mark: number): number {
  return mark === MARKS.comma ? value / 1000 : mark === MARKS.point ? Math.round(value * 1000) : value;
}
