import { predictions } from './random.ts';

const PIECE = 100_000;
const GROUPS = ['north', 'south', 'east', 'west'];

/** A table of predictions as CSV, in pieces: id, split, label, score with every digit, group; 35 bytes a row. */
export function predictionsCsv(rows: number): string[] {
  const { yTrue, yScore } = predictions(rows);
  const pieces = ['id,split,y_true,y_prob,group\n'];
  for (let from = 0; from < rows; from += PIECE) {
    const lines: string[] = [];
    for (let row = from; row < Math.min(rows, from + PIECE); row++) {
      const split = row < 0.8 * rows ? 'train' : 'test';
      lines.push(`${row},${split},${yTrue[row]},${yScore[row]},${GROUPS[row % GROUPS.length]}\n`);
    }
    pieces.push(lines.join(''));
  }
  return pieces;
}
