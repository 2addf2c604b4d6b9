import type { ReplyValue } from '../../core/predict/replyGroups.ts';
import { valuesIn } from '../read/lists/listParts.ts';
import { parseList } from '../read/lists/parseList.ts';

/** The single values of a reply; null where it is no JSON, and nothing like it. */
export interface ReplyText {
  readonly values: readonly ReplyValue[];
  /** It breaks the rules of JSON, as a bare NaN or single quotes do. */
  readonly isLoose: boolean;
  /** Some numbers stand in quotes. */
  readonly hasQuotedNumbers: boolean;
}

const QUOTED_NUMBER = /[:[,]\s*"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*"\s*[,}\]]/i;

/** Reads a reply with what reads the cells of a file that hold lists and objects. O(length). */
export function readReplyText(text: string): ReplyText | null {
  const trimmed = text.trim();
  const isJson = isParsed(trimmed);
  const node = parseList(trimmed);
  if (node !== null) {
    return { values: valuesIn(node), isLoose: !isJson, hasQuotedNumbers: QUOTED_NUMBER.test(trimmed) };
  }
  if (!isJson) return null;
  // A number or a word by itself.
  const value: unknown = JSON.parse(trimmed);
  if (typeof value === 'object') return { values: [], isLoose: false, hasQuotedNumbers: false };
  return {
    values: [{ steps: [], text: String(value) }],
    isLoose: false,
    hasQuotedNumbers: typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)),
  };
}

function isParsed(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
