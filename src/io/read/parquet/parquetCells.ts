import type { ParquetParsers } from 'hyparquet';

const decoder = new TextDecoder();

/** An instant as `2026-01-31 12:00:00.5`; the fraction as far as there is one. `perSecond`: its units. */
function instantText(value: bigint | number, perSecond: bigint): string {
  const units = BigInt(value);
  const rest = ((units % perSecond) + perSecond) % perSecond;
  const date = new Date(Number((units - rest) / perSecond) * 1000);
  if (Number.isNaN(date.getTime())) return String(value);
  const fraction =
    rest === 0n
      ? ''
      : `.${String(rest)
          .padStart(String(perSecond).length - 1, '0')
          .replace(/0+$/, '')}`;
  return `${date
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '')}${fraction}`;
}

/** Everything that is no number comes as text. */
export const TEXT_PARSERS: ParquetParsers = {
  timestampFromMilliseconds: (value: bigint) => instantText(value, 1000n),
  timestampFromMicroseconds: (value: bigint) => instantText(value, 1_000_000n),
  timestampFromNanoseconds: (value: bigint) => instantText(value, 1_000_000_000n),
  dateFromDays: (days: number) => instantText(BigInt(days) * 86_400n, 1n).slice(0, -' 00:00:00'.length),
  stringFromBytes: (bytes: Uint8Array) => bytes && decoder.decode(bytes),
  jsonFromBytes: (bytes: Uint8Array) => bytes && decoder.decode(bytes),
  geometryFromBytes: hexadecimal,
  geographyFromBytes: hexadecimal,
  uuidFromBytes: (bytes: Uint8Array) =>
    bytes && hexadecimal(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
};

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes ?? [], (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The cell for a value that is no plain number: nothing for null, lists and objects as JSON. */
export function textOfValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  return jsonOf(value);
}

function jsonOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Uint8Array) return JSON.stringify(hexadecimal(value));
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    return `[${Array.from(value as unknown as ArrayLike<unknown>, jsonOf).join(',')}]`;
  }
  return `{${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}:${jsonOf(member)}`)
    .join(',')}}`;
}
