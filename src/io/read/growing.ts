/** Elements of the longest piece. */
const PIECE = 65_536;
/** Elements of the first piece: a file may have very many columns and few rows. */
const FIRST = 16;

type TypedArray = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Makes the arrays that numbers are kept in. */
export type ArrayMaker = (length: number) => TypedArray;

export const bytes: ArrayMaker = (length) => new Uint8Array(length);
export const shorts: ArrayMaker = (length) => new Uint16Array(length);
export const words: ArrayMaker = (length) => new Uint32Array(length);
export const doubles: ArrayMaker = (length) => new Float64Array(length);

/** The narrowest array for whole numbers from 0 to `greatest`. */
export function makerFor(greatest: number): ArrayMaker {
  return greatest < 2 ** 8 ? bytes : greatest < 2 ** 16 ? shorts : words;
}

/**
 * Numbers whose count is known only at the end, in pieces: unlike an array that doubles, they never stand in memory twice, and less
 * than a piece of it is unused.
 */
export class Growing {
  length = 0;
  /** Bytes of all pieces. */
  byteLength = 0;
  #make: ArrayMaker;
  readonly #pieces: TypedArray[] = [];
  #piece: TypedArray;
  #at = 0;

  constructor(make: ArrayMaker) {
    this.#make = make;
    this.#piece = make(0);
  }

  push(value: number): void {
    if (this.#at === this.#piece.length) this.#startPiece();
    this.#piece[this.#at++] = value;
    this.length++;
  }

  /** From now on, values go to arrays of another kind; those already there stay as they are. */
  widen(make: ArrayMaker): void {
    this.#make = make;
    this.#closePiece();
    this.#piece = make(0);
    this.#at = 0;
  }

  /** Calls `visit` with every value in order. */
  forEach(visit: (value: number, at: number) => void): void {
    let at = 0;
    for (const piece of this.#all()) for (let i = 0; i < piece.length; i++) visit(piece[i], at++);
  }

  /** Moves the values into an array and forgets them, piece by piece. */
  moveTo<T extends TypedArray | Int16Array | Int32Array>(target: T): T {
    const pieces = this.#all();
    let at = 0;
    for (let place = 0; place < pieces.length; place++) {
      target.set(pieces[place], at);
      at += pieces[place].length;
      pieces[place] = bytes(0);
    }
    pieces.length = 0;
    this.#at = 0;
    this.#piece = bytes(0);
    this.length = 0;
    this.byteLength = 0;
    return target;
  }

  #all(): TypedArray[] {
    this.#closePiece();
    return this.#pieces;
  }

  #startPiece(): void {
    this.#closePiece();
    this.#piece = this.#make(Math.min(PIECE, Math.max(FIRST, this.length)));
    this.#at = 0;
    this.byteLength += this.#piece.byteLength;
  }

  #closePiece(): void {
    if (this.#at > 0) this.#pieces.push(this.#piece.subarray(0, this.#at));
    this.#piece = this.#piece.subarray(this.#at);
    this.#at = 0;
  }
}
