import { formatBytes } from '../../i18n/format.ts';
import type { ReadForecast } from '../io.ts';
import { ReadProblem } from '../readProblem.ts';

/** What was read so far, as far as it takes memory. */
export interface Taken {
  readonly rowCount: number;
  readonly byteLength: number;
  readonly bytesPerRow: number;
}

/** What a dataset may take. */
export interface ReadLimits {
  readonly rows: number;
  readonly bytes: number;
}

/** Arrays of every engine hold so many doubles, and row numbers fit into 31 bits. */
const ROW_LIMIT = 2 ** 30;
/** Part of a device's memory that one page may take: browser, system and other pages need the rest. */
const SHARE = 0.5;
/** Where the browser does not say how much memory there is: what any computer of the last ten years has. */
const USUAL_MEMORY_GB = 4;

/** The limits on a device with so much memory, in GB as `navigator.deviceMemory` says it; undefined where it does not. */
export function limitsOf(deviceMemory: number | undefined): ReadLimits {
  return { rows: ROW_LIMIT, bytes: SHARE * (deviceMemory ?? USUAL_MEMORY_GB) * 2 ** 30 };
}

/**
 * Bytes a row that come on top of the columns while a dataset is prepared: the kept rows (row 4, class 1, score 8, split 1), the score
 * index and the second array it is sorted with (8 each), and the index before it, which the page still holds (8).
 */
const PREPARING = 38;
/** Bytes of the file that must have been read before its rest is foretold, or rows: a compressed file has many in few bytes. */
const SAMPLE = 500_000;
const SAMPLE_ROWS = 50_000;
/** Rows after which what is in use is added up again. */
const STRETCH = 50_000;

/** Foretells how many rows a reading will have and what it will take in memory, and ends it with a sentence where that is too much. */
export class Forecaster {
  readonly #names: string;
  readonly #bytesTotal: number;
  readonly #limits: ReadLimits;
  /** As of the last update: the rows of all bytes read until then are known. */
  #bytesRead = 0;
  #rowCount = 0;
  #nextAt = SAMPLE;
  #rowsChecked = 0;
  #latest: ReadForecast | null = null;

  constructor(names: string, bytesTotal: number, limits: ReadLimits) {
    this.#names = names;
    this.#bytesTotal = bytesTotal;
    this.#limits = limits;
  }

  /**
   * The forecast after some more of the files was taken into the table; null while there is none. Made anew each time that twice as
   * much is known. Throws a `ReadProblem` where the reading takes too much already, or would.
   */
  update(bytesRead: number, table: Taken): ReadForecast | null {
    const { rowCount } = table;
    if (rowCount - this.#rowsChecked >= STRETCH) {
      this.#rowsChecked = rowCount;
      const rows = Math.max(rowCount, this.#latest?.rows ?? 0);
      this.#refuseBeyondLimits({ rows, bytes: table.byteLength + PREPARING * rowCount });
    }
    const isFirst = this.#latest === null && this.#rowCount >= SAMPLE_ROWS;
    const isDue = isFirst || (this.#bytesRead >= this.#nextAt && this.#rowCount > 0);
    if (bytesRead > this.#bytesRead && isDue) {
      this.#nextAt = 2 * this.#bytesRead;
      const rows = Math.round((this.#rowCount / this.#bytesRead) * this.#bytesTotal);
      const toCome = Math.max(0, rows - rowCount) * table.bytesPerRow;
      this.#latest = { rows, bytes: table.byteLength + toCome + PREPARING * rows };
      this.#refuseBeyondLimits(this.#latest);
    }
    this.#bytesRead = bytesRead;
    this.#rowCount = rowCount;
    return this.#latest;
  }

  /** Refuses a file that says how many rows it has, where even a byte a cell would be too much. */
  expect(rows: number, columns: number): void {
    this.#refuseBeyondLimits({ rows, bytes: (PREPARING + columns) * rows });
  }

  #refuseBeyondLimits({ rows, bytes }: ReadForecast): void {
    const file = this.#names;
    const limit = this.#limits;
    if (rows > limit.rows) throw new ReadProblem('tooManyRows', { file, count: roughly(rows), limit: limit.rows });
    if (bytes <= limit.bytes) return;
    const values = { file, rows: roughly(rows), needed: formatBytes(bytes), available: formatBytes(limit.bytes) };
    throw new ReadProblem('needsMoreMemory', values);
  }
}

const roughly = (count: number): number => Number(count.toPrecision(2));
