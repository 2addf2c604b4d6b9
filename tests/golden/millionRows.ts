import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { GoldenNumber, Optimum } from './readGolden.ts';

const FOLDER = new URL('./million-rows/', import.meta.url);
/** Shares no factor with the number of rows, so that its multiples visit every place once. */
const STRIDE = 618_033;

interface MillionRows {
  readonly yTrue: Uint8Array;
  readonly yScore: Float64Array;
  /** The same as a file: `y_true,y_prob`, scores with six decimals. */
  readonly csv: string;
}

/** The values that scikit-learn gives for `millionRows()`. */
export interface MillionRowsGolden {
  readonly rows: number;
  readonly ranking: Readonly<Record<string, GoldenNumber>>;
  readonly sweep: Readonly<Record<string, readonly number[]>>;
  readonly calibration: { readonly equal_width_10: { readonly ece: number } };
  readonly optima: Readonly<Record<string, Optimum>>;
}

export function millionRowsGolden(): MillionRowsGolden {
  return JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')) as MillionRowsGolden;
}

/** A million rows, unpacked from how often each score comes with each label, in an order that is neither's. */
export function millionRows(): MillionRows {
  const [, ...lines] = gunzipSync(readFileSync(new URL('counts.csv.gz', FOLDER)))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const groups = lines.map((line) => line.split(','));
  const total = groups.reduce((sum, [, , count]) => sum + Number(count), 0);
  const yTrue = new Uint8Array(total);
  const yScore = new Float64Array(total);
  const records = new Array<string>(total);
  let place = 0;
  for (const [score, label, count] of groups) {
    for (let i = 0; i < Number(count); i++) {
      yTrue[place] = Number(label);
      yScore[place] = Number(score);
      records[place] = `${label},${score}`;
      place = (place + STRIDE) % total;
    }
  }
  return { yTrue, yScore, csv: ['y_true,y_prob', ...records, ''].join('\n') };
}
