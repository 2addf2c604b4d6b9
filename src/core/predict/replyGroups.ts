import { numberIn } from '../dataset/cell.ts';

/** A step on the way from a reply to a value inside it: a member of an object, an item of a list, a class or a name that is listed. */
export interface ReplyStep {
  readonly kind: 'member' | 'item' | 'class' | 'listed';
  readonly name: string;
}

/** One single value of a reply, as text, with the steps that lead to it. */
export interface ReplyValue {
  readonly steps: readonly ReplyStep[];
  readonly text: string;
}

/** Numbers of a reply that stand side by side, each under its name or at its place. */
export interface ReplyGroup {
  /** Tells the group apart from the others of every reply that is built alike. */
  readonly key: string;
  /** The names on the way to it, from the outside. */
  readonly path: readonly string[];
  readonly names: readonly string[];
  readonly values: readonly number[];
  /** The texts that stand beside the numbers. */
  readonly texts: readonly { readonly name: string; readonly text: string }[];
  /** The numbers stand in a list, so that only their order tells which is which. */
  readonly isByPlace: boolean;
}

/** The groups of numbers in a reply, in the order in which they come. O(values). */
export function replyGroups(values: readonly ReplyValue[]): readonly ReplyGroup[] {
  const members = new Map<string, ReplyValue[]>();
  for (const value of values) {
    const key = JSON.stringify(value.steps.slice(0, -1).map(({ name }) => name));
    const known = members.get(key);
    if (known === undefined) members.set(key, [value]);
    else known.push(value);
  }
  return [...members].flatMap(([key, all]) => {
    const numbers = all.filter(({ text }) => !Number.isNaN(numberIn(text)));
    if (numbers.length === 0) return [];
    const texts = all.filter((value) => !numbers.includes(value));
    const path = all[0].steps.slice(0, -1).map(({ name }) => name);
    return [
      {
        key,
        path,
        names: numbers.map(nameOf),
        values: numbers.map(({ text }) => numberIn(text)),
        texts: texts.map((value) => ({ name: nameOf(value), text: value.text })),
        isByPlace: numbers.every(({ steps }) => steps.at(-1)?.kind === 'item'),
      },
    ];
  });
}

/** The last step's name; a value that is the whole reply has none. */
const nameOf = ({ steps }: ReplyValue): string => steps.at(-1)?.name ?? '';
