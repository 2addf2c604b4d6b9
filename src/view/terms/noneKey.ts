import type { TextKey } from '../../i18n/translate.ts';
import type { RuleChoice } from '../../state/rules.ts';

/** Why there is no best threshold on a split, as a sentence with `split` in it. */
export function noneKey(reason: Extract<RuleChoice['choice'], { readonly kind: 'none' }>['reason']): TextKey {
  switch (reason) {
    case 'requirementsUnmet':
      return 'certainty.unmet';
    case 'precisionUnreachable':
    case 'recallUnreachable':
      return 'certainty.unreachable';
    case 'amountsUnset':
    case 'amountsPending':
      return `rule.${reason}`;
    default:
      return 'certainty.none';
  }
}
