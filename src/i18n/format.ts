/** Numbers as people read them, by `Intl`. What is shown is rounded; what is set, copied and exported never goes through here. */
export const LOCALE = 'en';

const integer = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const amount = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });
const threeDigits = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 3 });
const plural = new Intl.PluralRules(LOCALE);
const MINUS = '−';

const withMinus = (text: string): string => text.replaceAll('-', MINUS);

const notFinite = (value: number): string | null =>
  Number.isNaN(value) ? '—' : value === Infinity ? '∞' : value === -Infinity ? `${MINUS}∞` : null;

/** 12,345 — counts of rows; weighted counts keep two decimals. */
export function formatCount(value: number): string {
  return notFinite(value) ?? withMinus(Number.isInteger(value) ? integer.format(value) : amount.format(value));
}

/** 0.712 — a metric on its own scale, three decimals. */
export function formatMetric(value: number, digits = 3): string {
  const text = notFinite(value);
  if (text !== null) return text;
  return withMinus(
    Math.abs(value) >= 1000
      ? amount.format(value)
      : Number(value.toFixed(digits)) === 0
        ? (0).toFixed(digits)
        : value.toFixed(digits),
  );
}

/** 33.4 — a count that is expected, not counted: three digits, whole from a thousand on, two below one. */
export function formatExpected(value: number): string {
  const size = Math.abs(value);
  if (!(size < 1000)) return formatCount(Math.round(value));
  return size < 1 ? formatNumber(Number(value.toPrecision(2))) : formatCount(Number(value.toPrecision(3)));
}

/** −6.156 — any number, in four digits at most. */
export function formatNumber(value: number): string {
  return notFinite(value) ?? withMinus(String(Number(value.toPrecision(4))));
}

/** 0.25; −5; 1990; 12,500 — the round end of a range, in full. */
export function formatEdge(value: number): string {
  return Number.isInteger(value) && Math.abs(value) >= 10_000 ? formatCount(value) : withMinus(String(value));
}

/** 73.7 % — a share given as 0 to 1. */
export function formatPercent(value: number, digits = 1): string {
  return notFinite(value) ?? `${withMinus((value * 100).toFixed(digits))} %`;
}

/** 20.0 %, 0.25 %, 0.001 % — a share that may be rare: below one percent in two digits, where one decimal would round it away. */
export function formatShare(value: number): string {
  const percent = value * 100;
  return percent > 0 && percent < 1 ? `${formatNumber(Number(percent.toPrecision(2)))} %` : formatPercent(value);
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
  if (size >= 1000) return withMinus(amount.format(value));
  return withMinus(value.toFixed(thresholdDecimals(size)).replace(/(\.\d\d\d*?)0+$/, '$1'));
}

/** 0.590 — a threshold as it is read aloud: three decimals, more only where they would make it 0 or 1, which it is not. */
export function formatSpokenThreshold(value: number): string {
  const rounded = Number(value.toFixed(3));
  return rounded !== value && (rounded === 0 || Math.abs(rounded) === 1) ? formatThreshold(value) : formatMetric(value);
}

/** 1,042 € — a price or a total in the user's own unit; the unit may be empty. */
export function formatMoney(value: number, unit: string): string {
  const text = notFinite(value) ?? withMinus(amount.format(value));
  return unit === '' ? text : `${text} ${unit}`;
}

/** 6.3, 1,230 or 0.00052 — a price as so many of another one, in three digits. */
export function formatRatio(value: number): string {
  return notFinite(value) ?? withMinus(threeDigits.format(value));
}

/** 1.2 MB */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const place = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${amount.format(Math.round((bytes / 1000 ** place) * 10) / 10)} ${units[place]}`;
}

/** The plural form of `count` among the forms a sentence offers, "one" first and "other" last. */
export function pluralForm(count: number, forms: readonly string[]): string {
  return plural.select(count) === 'one' ? forms[0] : forms[forms.length - 1];
}
