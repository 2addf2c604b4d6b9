import { formatBytes } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';

/** How far a file has been read, with a way out; what is on screen stays until the new one is whole. */
export function ReadingBar() {
  const reading = useTuner((state) => state.reading);
  const { cancelReading } = useActions();
  if (reading === null) return null;
  const { progress, name, fetched } = reading;
  const bytes = fetched === null ? (progress?.bytesRead ?? null) : fetched.bytes;
  const total = fetched === null ? (progress?.bytesTotal ?? null) : fetched.total;
  return (
    <div className="readingBar">
      <span>
        {fetched === null
          ? translate('reading.file', { name })
          : translate('reading.fetching', { name, host: fetched.host })}
      </span>
      <progress
        aria-label={translate('reading.progress')}
        max={total ?? 1}
        value={total === null || bytes === null ? undefined : bytes}
      />
      {fetched !== null && (
        <span className="hint">
          {translate(fetched.total === null ? 'reading.fetched' : 'reading.fetchedOf', {
            bytes: formatBytes(fetched.bytes),
            total: formatBytes(fetched.total ?? 0),
          })}
        </span>
      )}
      {progress !== null && (
        <span className="hint">
          {translate('reading.soFar', {
            read: formatBytes(progress.bytesRead),
            total: formatBytes(progress.bytesTotal),
            rows: progress.rows,
          })}
        </span>
      )}
      {progress !== null && progress.forecast !== null && (
        <span className="hint">
          {translate('reading.forecast', {
            rows: Number(progress.forecast.rows.toPrecision(2)),
            size: formatBytes(progress.forecast.bytes),
          })}
        </span>
      )}
      <button type="button" className="button" onClick={cancelReading}>
        {translate('reading.cancel')}
      </button>
    </div>
  );
}
