import type { CaseCondition, FlipWay, ModelPairing, NumberRange, OtherDecision } from '../core/cases/caseSelection.ts';
import type { CaseOrder } from '../core/cases/orderCases.ts';

const numberOf = (text: string): number | null => {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isNaN(number) ? null : number + 0;
};

/** `[0.2,0.4)`: the ends, with a square bracket where they belong to the range. */
const rangeText = ({ low, high, isLowIn, isHighIn }: NumberRange): string =>
  `${isLowIn ? '[' : '('}${low},${high}${isHighIn ? ']' : ')'}`;

function rangeIn(text: string): NumberRange | null {
  const [, left, lowText, highText, right] = /^([[(])([^,]*),([^,]*)([\])])$/.exec(text) ?? [];
  if (left === undefined) return null;
  const [low, high] = [numberOf(lowText), numberOf(highText)];
  return low === null || high === null ? null : { low, high, isLowIn: left === '[', isHighIn: right === ']' };
}

const WAYS: Readonly<Record<string, FlipWay | null>> = { in: 'intoFlagged', out: 'outOfFlagged', any: null };
const PAIRINGS: readonly ModelPairing[] = ['threshold', 'recall', 'flags'];

/** `at:0.5:gte`, or `model:recall:0.5:p_boost`. */
const otherText = (other: OtherDecision): string =>
  other.kind === 'threshold'
    ? `at:${other.threshold}:${other.rule === '>=' ? 'gte' : 'gt'}`
    : `model:${other.at}:${other.threshold}:${other.model}`;

function otherIn(text: string): OtherDecision | null {
  const [, threshold, rule] = /^at:([^:]*):(gte|gt)$/.exec(text) ?? [];
  if (rule !== undefined) {
    const number = numberOf(threshold);
    return number === null ? null : { kind: 'threshold', threshold: number, rule: rule === 'gte' ? '>=' : '>' };
  }
  const [, pairing, ownThreshold, model] = /^model:([^:]*):([^:]*):(.*)$/s.exec(text) ?? [];
  const at = PAIRINGS.find((each) => each === pairing);
  const number = numberOf(ownThreshold ?? '');
  return at === undefined || number === null ? null : { kind: 'model', model, at, threshold: number };
}

/** A condition as a link holds it; the number before a column's name is the name's length, so that anything may follow it. */
export function conditionText(condition: CaseCondition): string {
  switch (condition.kind) {
    case 'split':
      return `split:${condition.split}`;
    case 'label':
      return `label:${condition.isPositive ? 'pos' : 'neg'}`;
    case 'flagged':
      return `flagged:${condition.isFlagged ? 'yes' : 'no'}`;
    case 'score':
      return `score:${rangeText(condition.range)}`;
    case 'value':
      return `is:${condition.column.length}:${condition.column}:${condition.value}`;
    case 'range':
      return `in:${rangeText(condition.range)}:${condition.column}`;
    case 'words':
      return `words:${rangeText(condition.range)}:${condition.column}`;
    case 'missing':
      return `none:${condition.column}`;
    case 'noNumber':
      return `text:${condition.column}`;
    case 'marked':
      return 'marked';
    case 'flip': {
      const way = Object.keys(WAYS).find((name) => WAYS[name] === condition.way);
      return `flip:${way}:${otherText(condition.other)}`;
    }
  }
}

/** The condition that a text of a link stands for; undefined where it is none. */
export function conditionIn(text: string): CaseCondition | undefined {
  if (text === 'marked') return { kind: 'marked' };
  const at = text.indexOf(':');
  const kind = text.slice(0, Math.max(0, at));
  const rest = text.slice(at + 1);
  switch (kind) {
    case 'split':
      return { kind, split: rest };
    case 'label':
      return rest === 'pos' || rest === 'neg' ? { kind, isPositive: rest === 'pos' } : undefined;
    case 'flagged':
      return rest === 'yes' || rest === 'no' ? { kind, isFlagged: rest === 'yes' } : undefined;
    case 'score': {
      const range = rangeIn(rest);
      return range === null ? undefined : { kind, range };
    }
    case 'is': {
      const [, length, names] = /^(\d+):(.*)$/s.exec(rest) ?? [];
      const end = Number(length);
      if (names === undefined || names[end] !== ':') return undefined;
      return { kind: 'value', column: names.slice(0, end), value: names.slice(end + 1) };
    }
    case 'in':
    case 'words': {
      const [, bounds, column] = /^([[(][^\])]*[\])]):(.*)$/s.exec(rest) ?? [];
      const range = bounds === undefined ? null : rangeIn(bounds);
      return range === null ? undefined : { kind: kind === 'in' ? 'range' : 'words', column, range };
    }
    case 'none':
      return { kind: 'missing', column: rest };
    case 'text':
      return { kind: 'noNumber', column: rest };
    case 'flip': {
      const [, way, decision] = /^([a-z]+):(.*)$/s.exec(rest) ?? [];
      const other = decision === undefined ? null : otherIn(decision);
      return other === null || !Object.hasOwn(WAYS, way) ? undefined : { kind, other, way: WAYS[way] };
    }
    default:
      return undefined;
  }
}

const ORDERS = ['file', 'distance', 'scoreDescending', 'scoreAscending'] as const;

/** `distance`, or `up:age` and `down:age` by a column. */
export const orderText = (order: CaseOrder): string =>
  typeof order === 'string' ? order : `${order.isDescending ? 'down' : 'up'}:${order.column}`;

export function orderIn(text: string): CaseOrder | undefined {
  const [, way, column] = /^(up|down):(.*)$/s.exec(text) ?? [];
  if (way !== undefined) return { column, isDescending: way === 'down' };
  return ORDERS.find((order) => order === text);
}
