import { translate } from '../../i18n/translate.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';

/** One step back or forward in the history of the decision. */
export function Steps({ className }: { readonly className: string }) {
  const canUndo = useTuner((state) => state.history.past.length > 0);
  const canRedo = useTuner((state) => state.history.future.length > 0);
  const { undo, redo } = useActions();
  return (
    // Not `disabled`: that would drop the focus at the last step.
    <div className={className}>
      <button
        type="button"
        className="iconButton"
        aria-label={translate('threshold.undo')}
        title={translate('threshold.undo')}
        aria-disabled={!canUndo}
        onClick={undo}
      >
        <span aria-hidden="true">↶</span>
      </button>
      <button
        type="button"
        className="iconButton"
        aria-label={translate('threshold.redo')}
        title={translate('threshold.redo')}
        aria-disabled={!canRedo}
        onClick={redo}
      >
        <span aria-hidden="true">↷</span>
      </button>
    </div>
  );
}
