/** How the values of an address are written and read: each `read` gives undefined where the text is no valid value. */
import type { CellCondition } from '../core/cases/caseSelection.ts';
import { isRequirementMeasure, type Requirement } from '../core/choose/requirements.ts';
import { LAST_QUIZ } from '../core/learn/quizNumber.ts';
import { type ColumnRepair, isColumnRepairKind } from '../core/roles/repair.ts';
import { columnOfReading, type ScoreReading, scoreReadingFrom } from '../core/roles/scoreReading.ts';
import { type GroupBy, type GroupRule, LONGEST_GROUP_NAME, tidyEdges } from '../core/slices/grouping.ts';
import type { GroupThresholds } from '../core/slices/groupThresholds.ts';
import { conditionIn, conditionText } from './caseLink.ts';
import { readGroupThresholds, storedGroupThresholds } from './groupThresholds.ts';

/** Longer than any name of a column or class a person would give, many files' names together included. */
export const TEXT_LIMIT = 8_000;

export const text = {
  read: (value: string) => (value.length <= TEXT_LIMIT ? value : undefined),
  write: (value: string) => value,
};
export const number = (low: number, high: number) => ({
  read: (value: string) => {
    const isTooLarge = !/infinity/i.test(value) && Math.abs(Number(value)) === Infinity;
    const read = value.trim() === '' || isTooLarge ? Number.NaN : Number(value);
    // −0 is written as 0, and would come back as another number.
    return read >= low && read <= high ? read + 0 : undefined;
  },
  write: String,
});
/** The number of a quiz. */
export const quizNumber = {
  read: (value: string): number | undefined => {
    const read = number(1, LAST_QUIZ).read(value);
    return Number.isInteger(read) ? read : undefined;
  },
  write: String,
};
export const oneOf = <T extends string>(names: Readonly<Record<string, T>>) => ({
  read: (value: string) => (Object.hasOwn(names, value) ? names[value] : undefined),
  write: (value: T) => Object.keys(names).find((name) => names[name] === value) ?? '',
});
export const list = {
  read: (value: string) => (value.length <= TEXT_LIMIT ? value.split(',').filter((part) => part !== '') : undefined),
  write: (value: readonly string[]) => value.join(','),
};

/** `0,1,0.6,0`: one number for each of the four outcomes. */
export const factors = {
  read: (value: string): readonly number[] | undefined => {
    const numbers = value.split(',').map((part) => number(-1e15, 1e15).read(part));
    return numbers.length === 4 && numbers.every((each) => each !== undefined) ? (numbers as number[]) : undefined;
  },
  write: (value: readonly number[]) => value.join(','),
};

/** `divideBy100:risk in %`: what was done, and to which column. */
export const repair = {
  read: (value: string): ColumnRepair | undefined => {
    const [kind, ...column] = value.split(':');
    if (!isColumnRepairKind(kind) || column.length === 0 || value.length > TEXT_LIMIT) return undefined;
    return { kind, column: column.join(':') };
  },
  write: ({ kind, column }: ColumnRepair) => `${kind}:${column}`,
  isMany: true,
} as const;

/** `sigmoid`, or `softmax:logit_no`: how the scores are read, and with which column besides. */
export const reading = {
  read: (value: string): ScoreReading | undefined => {
    const [kind, ...column] = value.split(':');
    return value.length > TEXT_LIMIT
      ? undefined
      : scoreReadingFrom(kind, column.length === 0 ? null : column.join(':'));
  },
  write: (value: ScoreReading) => [value.kind, columnOfReading(value)].filter((part) => part !== null).join(':'),
};

/** `0.2,0.6`: the two thresholds between which cases are reviewed. */
export const band = {
  read: (value: string): readonly [number, number] | undefined => {
    const ends = value.length > TEXT_LIMIT ? [] : value.split(',').map(number(-Infinity, Infinity).read);
    const [lower, upper] = ends;
    if (ends.length !== 2 || lower === undefined || upper === undefined) return undefined;
    return lower <= upper ? [lower, upper] : undefined;
  },
  write: (ends: readonly number[]) => ends.join(','),
};

/** `recall:min:0.9`, with `:interval` where the end of the interval counts and `:off` where it is switched off. */
export const requirement = {
  read: (value: string): Requirement | undefined => {
    const [measure, bound, limit, ...flags] = value.length > TEXT_LIMIT ? [''] : value.split(':');
    const read = number(-1e15, 1e15).read(limit ?? '');
    const isKnown = isRequirementMeasure(measure) && (bound === 'min' || bound === 'max') && read !== undefined;
    const written = flags.join(':');
    const known = ['', 'interval', 'off', 'interval:off'];
    if (!isKnown || !known.includes(written)) return undefined;
    return {
      measure,
      bound: bound === 'min' ? 'atLeast' : 'atMost',
      value: read,
      byInterval: flags.includes('interval'),
      isOn: !flags.includes('off'),
    };
  },
  write: ({ measure, bound, value, byInterval, isOn }: Requirement) =>
    [
      measure,
      bound === 'atLeast' ? 'min' : 'max',
      value,
      ...(byInterval ? ['interval'] : []),
      ...(isOn ? [] : ['off']),
    ].join(':'),
  isMany: true,
} as const;

/** `0.7:cat`: the threshold of a class. */
export const classThreshold = {
  read: (value: string): readonly [string, number] | undefined => {
    const at = value.indexOf(':');
    const threshold =
      at < 0 || value.length > TEXT_LIMIT ? undefined : number(-Infinity, Infinity).read(value.slice(0, at));
    return threshold === undefined ? undefined : [value.slice(at + 1), threshold];
  },
  write: ([label, threshold]: readonly [string, number]) => `${threshold}:${label}`,
  isMany: true,
} as const;

/** `5:3:cat:dog`: what it costs to take a cat for a dog; the second number is the length of the first name. */
export const mistakePrice = {
  read: (value: string): { actual: string; predicted: string; cost: number } | undefined => {
    const [, price, length, names] = /^([^:]+):(\d+):(.*)$/s.exec(value) ?? [];
    const cost = price === undefined || value.length > TEXT_LIMIT ? undefined : number(0, 1e15).read(price);
    const end = Number(length);
    if (cost === undefined || names[end] !== ':') return undefined;
    return { actual: names.slice(0, end), predicted: names.slice(end + 1), cost };
  },
  write: ({ actual, predicted, cost }: { actual: string; predicted: string; cost: number }) =>
    `${cost}:${actual.length}:${actual}:${predicted}`,
  isMany: true,
} as const;

/** More are hardly of use, and each is a look at every row. */
export const MOST_CONDITIONS = 50;

export const condition = {
  read: (value: string) => (value.length <= TEXT_LIMIT ? conditionIn(value) : undefined),
  write: conditionText,
  isMany: true,
} as const;

/** As many as columns make groups, and some more. */
export const MOST_SUBJECT_CONDITIONS = 10;

export const cellCondition = {
  read: (value: string): CellCondition | undefined => {
    const read = condition.read(value);
    return read !== undefined && 'column' in read ? read : undefined;
  },
  write: conditionText,
  isMany: true,
} as const;

/** Percent-encoded text; undefined where it is none. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The conditions of a group with "&" between them, each percent-encoded by itself, as is its name, which stands before them with "=" behind it. */
export const groupRule = {
  read: (value: string): GroupRule | undefined => {
    const end = value.indexOf('=');
    const name = end < 0 ? '' : decoded(value.slice(0, end));
    if (name === undefined || name.length > LONGEST_GROUP_NAME) return undefined;
    const parts = value.length > TEXT_LIMIT ? [] : value.slice(end + 1).split('&', MOST_SUBJECT_CONDITIONS + 1);
    const conditions = parts.map((part) => {
      const text = decoded(part);
      return text === undefined ? undefined : cellCondition.read(text);
    });
    const known = conditions.filter((each) => each !== undefined);
    const isWhole = known.length === parts.length && known.length > 0 && known.length <= MOST_SUBJECT_CONDITIONS;
    return isWhole ? { name, conditions: known } : undefined;
  },
  write: ({ name, conditions }: GroupRule) => {
    const written = conditions.map((each) => encodeURIComponent(conditionText(each))).join('&');
    return name === '' ? written : `${encodeURIComponent(name)}=${written}`;
  },
  isMany: true,
} as const;

/** `:sex`, or `18,25,35:age`: the column that makes groups, behind the ends of its ranges. */
export const groupBy = {
  read: (value: string): GroupBy | undefined => {
    const at = value.indexOf(':');
    if (value === '' || at === value.length - 1 || value.length > TEXT_LIMIT) return undefined;
    const column = value.slice(at + 1);
    if (at <= 0) return { column, edges: null };
    const edges = value.slice(0, at).split(',').map(number(-Number.MAX_VALUE, Number.MAX_VALUE).read);
    const known = edges.filter((edge) => edge !== undefined);
    return known.length === edges.length ? { column, edges: tidyEdges(known) } : undefined;
  },
  write: ({ column, edges }: GroupBy) => `${edges?.join(',') ?? ''}:${column}`,
  isMany: true,
} as const;

/** The thresholds of groups as JSON, as sessions store them. */
export const groupThresholds = {
  read: (value: string): GroupThresholds | undefined => {
    try {
      return value.length > TEXT_LIMIT ? undefined : readGroupThresholds(JSON.parse(value));
    } catch {
      return undefined;
    }
  },
  write: (value: GroupThresholds) => JSON.stringify(storedGroupThresholds(value)),
};
