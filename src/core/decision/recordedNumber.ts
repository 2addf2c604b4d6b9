/** A number as JSON can hold it: an infinite one by name, an undefined one as null. */
export type RecordedNumber = number | 'Infinity' | '-Infinity' | null;

export function recorded(value: number): RecordedNumber {
  if (Number.isNaN(value)) return null;
  if (Number.isFinite(value)) return value;
  return value > 0 ? 'Infinity' : '-Infinity';
}
