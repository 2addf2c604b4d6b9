import { useState } from 'react';
import { translate } from '../../../i18n/translate.ts';
import { useActions } from '../../../state/useTuner.ts';

/** Copies the decision on all classes or labels as Python, and says so. */
export function CopyPython() {
  const { classPythonCode, copyText } = useActions();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <p>
      <button
        type="button"
        className="linkButton"
        onBlur={() => setIsCopied(false)}
        onClick={async () => setIsCopied(await copyText(classPythonCode()))}
      >
        {translate('classes.decision.copyPython')}
      </button>
      <span className="hint" role="status">
        {isCopied ? ` · ${translate('copied')}` : ''}
      </span>
    </p>
  );
}
