import { ruledWidth } from '../charts/wideCharacters.ts';

interface RuledText {
  readonly text: string;
  /** In characters of Latin script; a Chinese one is about as wide as two of them. */
  readonly width: number;
}

/** Of each column the texts that may be its widest. */
export type WidestTexts = readonly (readonly RuledText[])[];

/** Which of several texts about as long is the widest, only the font knows: so many are kept. */
const KEPT = 8;

/** A row that takes no room and makes each column as wide as its widest text, so that the columns stand still whichever rows are drawn. */
export function ColumnWidths({ texts }: { readonly texts: WidestTexts }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus
    <tr className="columnWidths" aria-hidden="true">
      {texts.map((lines, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name here, and keep their order
        <td key={column} data-text={lines.map(({ text }) => text).join('\n')} />
      ))}
    </tr>
  );
}

/** Of each column the longest different texts among rows and those known before, each in one line. O(rows × columns). */
export function widestTexts(rows: readonly (readonly string[])[], before: WidestTexts = []): WidestTexts {
  const widest = before.map((known) => [...known]);
  for (const texts of rows) {
    texts.forEach((text, column) => {
      widest[column] ??= [];
      keep(widest[column], text.replace(/\s+/g, ' '));
    });
  }
  return widest;
}

function keep(known: RuledText[], text: string): void {
  if (text === '' || known.some((each) => each.text === text)) return;
  const width = ruledWidth(text, 1, 2);
  if (known.length < KEPT) {
    known.push({ text, width });
    return;
  }
  const least = known.reduce((place, each, at) => (each.width < known[place].width ? at : place), 0);
  if (width > known[least].width) known[least] = { text, width };
}
