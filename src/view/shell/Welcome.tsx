import { translate } from '../../i18n/translate.ts';
import { SAMPLES } from '../../state/samples.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { openFilePicker } from './openField.ts';

/** What stands in the page's place while nothing is open: a link to somebody's own file, or where to begin. */
export function Welcome() {
  const awaited = useTuner((state) => state.awaited);
  const isOpen = useTuner((state) => state.opened !== null);
  const isReading = useTuner((state) => state.reading !== null || state.isStarting);
  const files = useTuner((state) => state.deploy.files);
  const mayOpen = useTuner((state) => state.deploy.allowOwnFiles);
  const { openData } = useActions();
  if ((isOpen || isReading) && awaited === null) return null;

  const choices =
    files.length > 0
      ? files.map(({ name, paths }) => ({ data: paths.join(','), name, question: '' }))
      : SAMPLES.map(({ id }) => ({
          data: id,
          name: translate(`sample.${id}.name`),
          question: translate(`sample.${id}.question`),
        }));
  const file = awaited?.file;
  const hint =
    file === undefined
      ? mayOpen
        ? 'welcome.how'
        : 'welcome.howShown'
      : mayOpen
        ? 'welcome.awaitedHow'
        : 'welcome.awaitedHowShown';
  return (
    <section className="panel welcome" aria-label={translate('welcome.section')}>
      <h2>
        {file === undefined
          ? translate('welcome.title')
          : !mayOpen
            ? translate('welcome.awaitedShown', { file })
            : awaited?.rows === undefined
              ? translate('welcome.awaitedNoRows', { file })
              : translate('welcome.awaited', { file, rows: awaited.rows })}
      </h2>
      <p className="hint">{translate(hint)}</p>
      {mayOpen && (
        <button type="button" className="button buttonStrong" onClick={openFilePicker}>
          {translate(file === undefined ? 'welcome.open' : 'welcome.openHere')}
        </button>
      )}
      {!isOpen && file !== undefined && <p className="hint">{translate('welcome.orSample')}</p>}
      {!isOpen && (
        <ul className="welcomeSamples">
          {choices.map(({ data, name, question }) => (
            <li key={data}>
              <button type="button" className="linkButton" onClick={() => void openData(data)}>
                {name}
              </button>{' '}
              <span className="hint">{question}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
