const PLACES = 512;
/** Longer cells are hardly ever repeated. */
const LONGEST = 32;
const NOTHING = new Uint8Array(0);

/** The codes of cells that came lately, found by their bytes: in most columns few cells come again and again. */
export class RecentCells {
  readonly #cells: Uint8Array[] = new Array<Uint8Array>(PLACES).fill(NOTHING);
  readonly #codes = new Int32Array(PLACES).fill(-1);

  /** The code of the cell in bytes[start..end), −1 where it is not remembered. O(length). */
  codeOf(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length > LONGEST) return -1;
    const place = placeOf(bytes, start, end);
    const cell = this.#cells[place];
    if (cell.length !== length) return -1;
    for (let at = 0; at < length; at++) if (cell[at] !== bytes[start + at]) return -1;
    return this.#codes[place];
  }

  remember(bytes: Uint8Array, start: number, end: number, code: number): void {
    if (end - start > LONGEST) return;
    const place = placeOf(bytes, start, end);
    this.#cells[place] = bytes.slice(start, end);
    this.#codes[place] = code;
  }
}

function placeOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = Math.imul(hash, 31) + bytes[at];
  return (hash ^ (hash >>> 9)) & (PLACES - 1);
}
