/** How long to wait before another attempt, in milliseconds. */
export interface Backoff {
  /** Before the first repetition; doubled before each further one. */
  readonly first: number;
  readonly most: number;
}

/**
 * The wait before attempt `attempt` (1 for the first repetition): what the server asks for, else twice as long each time, with up to half
 * of it added by `random` in [0, 1) so that calls that failed together do not come again together. O(1).
 */
export function waitBefore(attempt: number, asked: number | null, random: number, { first, most }: Backoff): number {
  if (asked !== null) return asked;
  return Math.min(most, first * 2 ** (attempt - 1)) * (1 + random / 2);
}

/** The milliseconds that a `Retry-After` header asks for: seconds, or a date; null where it says neither. O(1). */
export function retryAfterOf(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1000 : null;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
