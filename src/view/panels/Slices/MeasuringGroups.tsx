import { useEffect, useState } from 'react';
import { translate } from '../../../i18n/translate.ts';
import { useActions } from '../../../state/useTuner.ts';

/** What is measured faster than this needs no way out. */
const QUICK_MS = 300;

/** That the rows are being sorted into groups, with a way out; what is on screen stays until they are. */
export function MeasuringGroups({ onCancelled }: { readonly onCancelled: () => void }) {
  const { cancelGroups } = useActions();
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), QUICK_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="measuringGroups">
      <p role="status">{translate('slices.waiting')}</p>
      {isSlow && (
        <>
          <progress aria-label={translate('slices.measuring')} />
          <button
            type="button"
            className="button"
            onClick={() => {
              cancelGroups();
              onCancelled();
            }}
          >
            {translate('slices.cancel')}
          </button>
        </>
      )}
    </div>
  );
}
