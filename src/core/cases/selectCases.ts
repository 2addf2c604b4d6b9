import { columnNamed, type Dataset } from '../dataset/dataset.ts';
import type { KeptRows } from '../rows/keptRows.ts';
import { isFlagged } from '../scores/confusion.ts';
import { type RowDecision, thresholdAt } from '../scores/rowDecision.ts';
import { type CaseCondition, type CaseSelection, isInRange } from './caseSelection.ts';
import { cellTestOf } from './cellTest.ts';

/** What the conditions of a selection are held against, besides the rows. */
export interface SelectionGround extends RowDecision {
  readonly dataset: Dataset;
  readonly kept: Pick<KeptRows, 'rows' | 'yTrue' | 'yScore' | 'splitOf' | 'splits'>;
  /** Places in the dataset of the rows whose label was marked as wrong. */
  readonly marked: ReadonlySet<number>;
  /** For each kept row 1 where it goes into flagged, −1 where out of it, 0 else; null where no flips are asked for. */
  readonly flips: Int8Array | null;
}

/** Rows looked at before others may have their turn. */
const STRETCH = 20_000;

/**
 * The places among the kept rows for which every condition of a selection holds, ascending. A condition on a column that is not there
 * holds for no row. O(rows · conditions); yields now and then.
 */
export function* selectCases(ground: SelectionGround, selection: CaseSelection): Generator<void, Uint32Array> {
  const tests = selection.map((condition) => testOf(ground, condition));
  const { length } = ground.kept.rows;
  const places = new Uint32Array(length);
  let count = 0;
  for (let place = 0; place < length; place++) {
    if (place % STRETCH === STRETCH - 1) yield;
    if (tests.every((holds) => holds(place))) places[count++] = place;
  }
  return places.slice(0, count);
}

type Test = (place: number) => boolean;

const never: Test = () => false;

function testOf(ground: SelectionGround, condition: CaseCondition): Test {
  const { kept, dataset, rule, marked, flips } = ground;
  switch (condition.kind) {
    case 'split': {
      const { splitOf, splits } = kept;
      const wanted = splits.indexOf(condition.split);
      return (place) => (splitOf === null ? 0 : splitOf[place]) === wanted;
    }
    case 'label': {
      const wanted = condition.isPositive ? 1 : 0;
      return (place) => kept.yTrue[place] === wanted;
    }
    case 'flagged':
      return (place) => isFlagged(kept.yScore[place], thresholdAt(ground, place), rule) === condition.isFlagged;
    case 'score':
      return (place) => isInRange(kept.yScore[place], condition.range);
    case 'marked':
      return (place) => marked.has(kept.rows[place]);
    case 'flip': {
      const { way } = condition;
      if (flips === null) return never;
      if (way === null) return (place) => flips[place] !== 0;
      const wanted = way === 'intoFlagged' ? 1 : -1;
      return (place) => flips[place] === wanted;
    }
    default: {
      const column = columnNamed(dataset, condition.column);
      if (column === null) return never;
      const holds = cellTestOf(column, condition);
      return (place) => holds(kept.rows[place]);
    }
  }
}
