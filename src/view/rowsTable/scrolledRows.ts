export const ROW_HEIGHT = 33;
/** Browsers draw nothing beyond some millions of pixels; a longer list is scrolled in larger steps. */
export const MOST_PIXELS = 8_000_000;

/** The height of the whole list as it is scrolled. */
export const listHeight = (total: number): number => Math.min(total * ROW_HEIGHT, MOST_PIXELS);

/** The first row in sight. O(1). */
export function rowAtTop(scrollTop: number, total: number, shownHeight: number): number {
  const height = listHeight(total);
  if (height === total * ROW_HEIGHT) return Math.floor(scrollTop / ROW_HEIGHT);
  const last = Math.max(0, total - Math.floor(shownHeight / ROW_HEIGHT));
  return Math.min(last, Math.round((Math.max(0, scrollTop) / Math.max(1, height - shownHeight)) * last));
}

/** Where to scroll so that a row is the first in sight. O(1). */
export function topOfRow(row: number, total: number, shownHeight: number): number {
  const height = listHeight(total);
  if (height === total * ROW_HEIGHT) return row * ROW_HEIGHT;
  const last = Math.max(1, total - Math.floor(shownHeight / ROW_HEIGHT));
  return (Math.min(row, last) / last) * (height - shownHeight);
}

/** How far from the top of the list `count` rows from `offset` on are drawn while `first` is the first in sight; never beyond the list. O(1). */
export function drawnTop(offset: number, count: number, first: number, total: number, shownHeight: number): number {
  const top = topOfRow(first, total, shownHeight) - (first - offset) * ROW_HEIGHT;
  return Math.max(0, Math.min(listHeight(total) - count * ROW_HEIGHT, top));
}

/** Rows drawn above and below those in sight, so that a turn of the wheel does not meet a gap, in steps of as many. */
const NEAR = 8;

/** Of `count` rows, which to draw while the row `first` of them is the first in sight: from the one up to before the other. O(1). */
export function nearSight(first: number, count: number, shownHeight: number): readonly [start: number, end: number] {
  const step = Math.floor(first / NEAR) * NEAR;
  const inSight = Math.ceil(shownHeight / ROW_HEIGHT);
  const within = (row: number) => Math.max(0, Math.min(count, row));
  return [within(step - NEAR), within(step + inSight + 2 * NEAR)];
}
