/** Numbers as people read them, by `Intl`. What is shown is rounded; what is set, copied and exported never goes through here. */
import { type Language, languageInUse, localeOf, manner } from './language.ts';

/** What a language writes numbers by; made once, for making it is slow. */
const formatsOf = (language: Language) => {
  const locale = localeOf(language);
  return {
    integer: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
    amount: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
    cents: new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    threeDigits: new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }),
    twoDigits: new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }),
    plural: new Intl.PluralRules(locale),
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }),
    timeOfDay: new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }),
    moment: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' }),
  };
};
const made = new Map<Language, ReturnType<typeof formatsOf>>();

function formats(): ReturnType<typeof formatsOf> {
  const language = languageInUse();
  const known = made.get(language);
  if (known !== undefined) return known;
  const fresh = formatsOf(language);
  made.set(language, fresh);
  return fresh;
}

const MINUS = '−';
/** Between a number and its unit: a line never ends between the two. */
const NO_BREAK = '\u00a0';

const withMinus = (text: string): string => text.replaceAll('-', MINUS);

const notFinite = (value: number): string | null =>
  Number.isNaN(value) ? '—' : value === Infinity ? '∞' : value === -Infinity ? `${MINUS}∞` : null;

/** 12,345 — counts of rows; weighted counts keep two decimals. */
export function formatCount(value: number): string {
  return (
    notFinite(value) ??
    withMinus(Number.isInteger(value) ? formats().integer.format(value) : formats().amount.format(value))
  );
}

/** November 23, 2026 — the day on which something was printed, where the reader is. */
export function formatDay(day: Date): string {
  return formats().day.format(day);
}

/** 9:12:52 PM — the time of day, where the reader is. */
export function formatTimeOfDay(moment: Date): string {
  return formats().timeOfDay.format(moment);
}

/** November 23, 2026 at 9:12:52 PM GMT+1 — a moment with its day, where the reader is. */
export function formatMoment(moment: Date): string {
  return formats().moment.format(moment);
}

/** 0.712 — a metric on its own scale, three decimals. */
export function formatMetric(value: number, digits = 3): string {
  const text = notFinite(value);
  if (text !== null) return text;
  return withMinus(
    Math.abs(value) >= 1000
      ? formats().amount.format(value)
      : Number(value.toFixed(digits)) === 0
        ? (0).toFixed(digits)
        : value.toFixed(digits),
  );
}

/** 33.4 — a count that is expected, not counted: three digits, whole from a thousand on, two below one. */
export function formatExpected(value: number): string {
  const size = Math.abs(value);
  if (!(size < 1000)) return formatCount(Math.round(value));
  return size < 1 ? formatTwoDigits(value) : formatCount(Number(value.toPrecision(3)));
}

/** Numbers with more zeros after the point than this are read no better in full. */
const TINY = 1e-12;

/** 0.00000023 — a number near zero in two digits, without a power of ten. */
function formatTwoDigits(value: number): string {
  const size = Math.abs(value);
  return size >= TINY ? withMinus(formats().twoDigits.format(value)) : formatNumber(Number(value.toPrecision(2)));
}

/** −6.156 — any number, in four digits at most. */
export function formatNumber(value: number): string {
  return notFinite(value) ?? withMinus(String(Number(value.toPrecision(4))));
}

/** 0.25; −5; 1990; 12,500 — the round end of a range, in full. */
export function formatEdge(value: number): string {
  return Number.isInteger(value) && Math.abs(value) >= 10_000 ? formatCount(value) : withMinus(String(value));
}

/** A number already written and its unit, which may be empty, on one line. */
export function withUnit(text: string, unit: string): string {
  return unit === '' ? text : `${text}${NO_BREAK}${unit}`;
}

/** The number of a percentage, already written, with its sign. */
export const withPercent = (text: string): string => (manner().hasSpaces ? withUnit(text, '%') : `${text}%`);

/** A share whose sign is said once, further on. */
export const withoutPercentSign = (text: string): string => text.replace(/\u00a0?%$/, '');

/** A sentence in which no line ends between a number and the sign “%”. */
export const keepPercentSigns = (text: string): string => text.replaceAll(' %', `${NO_BREAK}%`);

/** What was written for the screen, with plain spaces: for what is taken away as text. */
export const withPlainSpaces = (text: string): string => text.replaceAll(NO_BREAK, ' ');

/** 73.7 % — a share given as 0 to 1. */
export function formatPercent(value: number, digits = 1): string {
  return notFinite(value) ?? withPercent(withMinus((value * 100).toFixed(digits)));
}

/** 20.0 %, 0.25 %, 0.001 % — a share that may be rare: below one percent in two digits, where one decimal would round it away. */
export function formatShare(value: number): string {
  const percent = value * 100;
  return percent > 0 && percent < 1 ? withPercent(formatTwoDigits(percent)) : formatPercent(value);
}

/** How many decimals tell a threshold apart from 0 and from 1: four usually, more where it is close to either. */
function thresholdDecimals(size: number): number {
  const fromOne = Math.abs(1 - size);
  if (size > 0 && size < 0.01) return 3 - Math.floor(Math.log10(size));
  return fromOne > 0 && fromOne < 0.01 ? Math.max(4, 1 - Math.floor(Math.log10(fromOne))) : 4;
}

/** A threshold with two decimals at least and four at most, or as many as keep it apart from 0 and 1; tiny ones as 1.00e−5. */
export function formatThreshold(value: number): string {
  const text = notFinite(value);
  if (text !== null) return text;
  const size = Math.abs(value);
  if (size !== 0 && size < 0.0001) return withMinus(value.toExponential(2));
  if (size >= 1000) return withMinus(formats().amount.format(value));
  return withMinus(value.toFixed(thresholdDecimals(size)).replace(/(\.\d\d\d*?)0+$/, '$1'));
}

/** −0.25 — a number with all its digits and no more. */
export const formatDecimal = (value: number): string => withMinus(String(value));

/** 0.590 — a threshold as it is read aloud: three decimals, more only where they would make it 0 or 1, which it is not. */
export function formatSpokenThreshold(value: number): string {
  const rounded = Number(value.toFixed(3));
  return rounded !== value && (rounded === 0 || Math.abs(rounded) === 1) ? formatThreshold(value) : formatMetric(value);
}

/** 1,042 € — a price or a total in the user's own unit; the unit may be empty. */
export function formatMoney(value: number, unit: string): string {
  return withUnit(notFinite(value) ?? withMinus(formats().amount.format(value)), unit);
}

/** −79.00 € and 23.02 € — both ends of a range in the same decimals: none from 100 on or where both are whole, else two. */
export function formatMoneyEnds(low: number, high: number, unit: string): readonly [string, string] {
  const ends = [low, high].filter(Number.isFinite);
  const isWhole = ends.every(Number.isInteger) || ends.some((end) => Math.abs(end) >= 100);
  const written = (value: number): string => {
    const text = notFinite(value) ?? withMinus(formats()[isWhole ? 'integer' : 'cents'].format(value));
    // Rounded to nothing, a number has no sign.
    return withUnit(/[1-9—∞]/.test(text) ? text : text.replace(MINUS, ''), unit);
  };
  return [written(low), written(high)];
}

/** 6.3, 1,230 or 0.00052 — a price as so many of another one, in three digits. */
export function formatRatio(value: number): string {
  return notFinite(value) ?? withMinus(formats().threeDigits.format(value));
}

/** 1.2 MB */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const place = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return withUnit(formats().amount.format(Math.round((bytes / 1000 ** place) * 10) / 10), units[place]);
}

/** The plural form of `count` among the forms a sentence offers, "one" first and "other" last. */
export function pluralForm(count: number, forms: readonly string[]): string {
  return formats().plural.select(count) === 'one' ? forms[0] : forms[forms.length - 1];
}
