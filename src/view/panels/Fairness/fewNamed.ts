import { joinedList } from '../../../i18n/joined.ts';
import { translate } from '../../../i18n/translate.ts';

const NAMED = 3;

/** “a, b, c and 3 more”: a list of groups without an end would bury what is said of them. */
export function fewNamed(names: readonly string[]): string {
  const groups = joinedList(names.slice(0, NAMED));
  const more = names.length - NAMED;
  return more > 0 ? translate('fairness.more', { groups, count: more }) : groups;
}
