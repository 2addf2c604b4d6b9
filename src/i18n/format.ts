/** Numbers as people read them, by `Intl`. What is shown is rounded; what is set, copied and exported never goes through here. */
export const LOCALE = 'en';

const integer = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const amount = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });
const plural = new Intl.PluralRules(LOCALE);
const MINUS = '−';

const withMinus = (text: string): string => text.replace('-', MINUS);

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

/** −6.156 — any number, in four digits at most. */
export function formatNumber(value: number): string {
  return notFinite(value) ?? withMinus(String(Number(value.toPrecision(4))));
}

/** 73.7 % — a share given as 0 to 1. */
export function formatPercent(value: number, digits = 1): string {
  return notFinite(value) ?? `${withMinus((value * 100).toFixed(digits))} %`;
}

/** A threshold with four decimals at most, at least two; large and tiny ones in the notation that keeps four digits. */
export function formatThreshold(value: number): string {
  const text = notFinite(value);
  if (text !== null) return text;
  const size = Math.abs(value);
  if (size !== 0 && size < 0.0001) return withMinus(value.toExponential(2));
  if (size >= 1000) return withMinus(amount.format(value));
  const short = value.toFixed(4).replace(/0{1,2}$/, '');
  return withMinus(short);
}

/** 1,042 € — a price or a total in the user's own unit; the unit may be empty. */
export function formatMoney(value: number, unit: string): string {
  const text = notFinite(value) ?? withMinus(amount.format(value));
  return unit === '' ? text : `${text} ${unit}`;
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
