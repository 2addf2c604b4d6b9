import fc from 'fast-check';

/** A table and one of the many ways to write it down. */
export interface WrittenTable {
  readonly names: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly delimiter: string;
  readonly text: string;
  /** The line on which each row begins, the header being on line 1. */
  readonly lines: readonly number[];
}

const DELIMITERS = [',', '\t', ';', '|'];
const NEWLINES = ['\n', '\r\n', '\r'];

const word = fc.constantFrom(
  'a',
  'b c',
  'naïve',
  '中文',
  '🙂',
  'x,y',
  'x;y',
  'x\ty',
  'x|y',
  'it"s',
  '"',
  '""',
  'say "hi", ok',
  '',
);
const paragraph = fc
  .constantFrom('two\nlines', 'two\r\nlines', 'old\rmac', '\n', 'ends\n"', '"\r\n"')
  .filter((s) => s.trim() === s);
const number = fc.oneof(fc.integer().map(String), fc.double({ noNaN: true, noDefaultInfinity: true }).map(String));
/** Cells as the reader gives them back: it trims. */
const cell = fc.oneof(number, word, paragraph);

interface Dialect {
  readonly delimiter: string;
  readonly newlines: readonly string[];
  readonly quotes: 'needed' | 'all';
  readonly endsInNewline: boolean;
}

const dialect = fc.record<Dialect>({
  delimiter: fc.constantFrom(...DELIMITERS),
  // One newline throughout, or a mixture.
  newlines: fc.oneof(
    fc.constantFrom(...NEWLINES).map((newline) => [newline]),
    fc.shuffledSubarray(NEWLINES, { minLength: 2 }),
  ),
  quotes: fc.constantFrom('needed', 'all'),
  endsInNewline: fc.boolean(),
});

/** Tables with a number in every first cell, so that no reader can doubt that the first record is a header. */
export function arbitraryTable({ repeat = 1 } = {}): fc.Arbitrary<WrittenTable> {
  return fc.integer({ min: 2, max: 5 }).chain((width) => {
    const row = fc.tuple(fc.integer(), fc.array(cell, { minLength: width - 1, maxLength: width - 1 }));
    const rows = fc.array(row, { minLength: 1, maxLength: 12 });
    return fc.tuple(rows, dialect).map(([body, how]) => {
      const cells = body.map(([first, rest]) => [String(first), ...rest]);
      const names = Array.from({ length: width }, (_, at) => `name_${at}`);
      return write(names, Array.from({ length: repeat }, () => cells).flat(), how);
    });
  });
}

function write(names: readonly string[], cells: readonly (readonly string[])[], how: Dialect): WrittenTable {
  const { delimiter, newlines, quotes, endsInNewline } = how;
  const written = (text: string) => {
    const needsQuotes = /[",;|\t\r\n]/.test(text);
    return quotes === 'all' || needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines: number[] = [];
  let line = 1;
  let text = '';
  [names, ...cells].forEach((record, at) => {
    if (at > 0) lines.push(line);
    line += 1 + record.join().split(/\r\n|\r|\n/).length - 1;
    const isLast = at === cells.length;
    text += record.map(written).join(delimiter) + (isLast && !endsInNewline ? '' : newlines[at % newlines.length]);
  });
  return { names, cells, delimiter, text, lines };
}

/** A text cut into pieces at any places. */
export function pieces(text: string): fc.Arbitrary<string[]> {
  return fc.array(fc.integer({ min: 0, max: text.length }), { maxLength: 8 }).map((places) => {
    const cuts = [0, ...places.sort((a, b) => a - b), text.length];
    return cuts.slice(1).map((to, at) => text.slice(cuts[at], to));
  });
}
