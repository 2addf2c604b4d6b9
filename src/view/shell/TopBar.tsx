import { useEffect, useRef, useState } from 'react';
import { joinedList } from '../../i18n/joined.ts';
import { translate } from '../../i18n/translate.ts';
import { selectParts, selectView } from '../../state/classSelectors.ts';
import { selectLabelsTask } from '../../state/labelSelectors.ts';
import { SAMPLES } from '../../state/samples.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { selectCanCompare } from '../../state/versions.ts';
import type { Theme, View } from '../../state/viewState.ts';
import { Menu } from '../controls/Menu.tsx';
import { useFlag } from '../controls/useFlag.ts';
import { arrive } from './arrival.tsx';
import { CopyByHand } from './CopyByHand.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { Logo } from './Logo.tsx';
import { OPEN_FIELD_ID } from './openField.ts';
import './TopBar.css';

const VIEWS: readonly View[] = ['tune', 'classes', 'slices', 'cases', 'compare', 'predict', 'learn', 'data'];
const NEXT_THEME: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const THEME_SIGN: Readonly<Record<Theme, string>> = { system: '◐', light: '☀', dark: '☾' };

function OpenButton() {
  const field = useRef<HTMLInputElement>(null);
  const { openFiles } = useActions();
  return (
    <>
      <input
        ref={field}
        id={OPEN_FIELD_ID}
        className="visuallyHidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={translate('bar.filePicker')}
        accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.parquet,.pq,.gz,.zip,text/csv,text/tab-separated-values,text/plain,application/json"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])].map((file) => ({ name: file.name, blob: file }));
          // The same file can be picked again after it changed.
          event.currentTarget.value = '';
          void openFiles(files);
        }}
      />
      <button type="button" className="button buttonStrong" onClick={() => field.current?.click()}>
        {translate('bar.open')}
      </button>
    </>
  );
}

function DataMenu() {
  const files = useTuner((state) => state.deploy.files);
  const { openData } = useActions();
  const items =
    files.length > 0
      ? files.map(({ name, paths }) => ({ key: paths.join(','), name, onSelect: () => void openData(paths.join(',')) }))
      : SAMPLES.map(({ id }) => ({
          key: id,
          name: translate(`sample.${id}.name`),
          detail: translate(`sample.${id}.question`),
          onSelect: () => void openData(id),
        }));
  return <Menu name={translate(files.length > 0 ? 'bar.files' : 'bar.samples')} items={items} />;
}

/** Says politely that something is done. */
function BarStatus({ text }: { readonly text: string | null }) {
  return (
    <span role="status" className={text === null ? 'visuallyHidden' : 'barStatus'}>
      {text}
    </span>
  );
}

/** What is written faster than this is not announced. */
const QUICK_MS = 400;

/** Which files are being written, with a way out. */
function Writing() {
  const files = useTuner((state) => joinedList(state.writing));
  const { cancelWriting } = useActions();
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    setIsSlow(false);
    if (files === '') return;
    const timer = setTimeout(() => setIsSlow(true), QUICK_MS);
    return () => clearTimeout(timer);
  }, [files]);
  const isShown = isSlow && files !== '';
  return (
    <>
      <BarStatus text={isShown ? translate('export.writing', { files }) : null} />
      {isShown && (
        <button type="button" className="button" onClick={cancelWriting}>
          {translate('export.cancel')}
        </button>
      )}
    </>
  );
}

function ExportMenu() {
  const isOpen = useTuner((state) => state.opened !== null);
  const { saveOperatingPoint, saveMetrics, saveRows, pythonCode, copyText } = useActions();
  const [isCopied, flagCopied] = useFlag();
  return (
    <>
      <Menu
        name={translate('bar.export')}
        isDisabled={!isOpen}
        items={[
          {
            key: 'json',
            name: translate('export.operatingPoint'),
            detail: translate('export.operatingPoint.detail'),
            onSelect: () => void saveOperatingPoint(),
          },
          {
            key: 'metrics',
            name: translate('export.metrics'),
            detail: translate('export.metrics.detail'),
            onSelect: saveMetrics,
          },
          {
            key: 'rows',
            name: translate('export.rows'),
            detail: translate('export.rows.detail'),
            onSelect: () => void saveRows(),
          },
          {
            key: 'python',
            name: translate('export.python'),
            detail: translate('export.python.detail'),
            onSelect: async () => {
              if (await copyText(pythonCode())) flagCopied();
            },
          },
        ]}
      />
      <BarStatus text={isCopied ? translate('export.pythonCopied') : null} />
      <Writing />
    </>
  );
}

function CopyLink() {
  const isOpen = useTuner((state) => state.opened !== null);
  const { copyLink } = useActions();
  const [isCopied, flagCopied] = useFlag();
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={!isOpen}
        onClick={async () => {
          if (await copyLink()) flagCopied();
        }}
      >
        {translate('bar.copyLink')}
      </button>
      <BarStatus text={isCopied ? translate('bar.linkCopied') : null} />
    </>
  );
}

export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  const view = useTuner(selectView);
  const hasClasses = useTuner((state) => selectParts(state).length > 0);
  const isLabels = useTuner((state) => selectLabelsTask(state) !== null);
  const canCompare = useTuner(selectCanCompare);
  const isThere = (name: View) => (name === 'classes' ? hasClasses : name !== 'compare' || canCompare);
  const marked = useTuner((state) => state.marks.size);
  const theme = useTuner((state) => state.theme);
  const deploy = useTuner((state) => state.deploy);
  const { setView, setTheme } = useActions();
  return (
    <header className="topBar">
      <div className="topBarInner">
        <span className="brand">
          <Logo />
          <h1>{deploy.title ?? translate('app.name')}</h1>
        </span>
        <nav className="tabs" aria-label={translate('bar.views')}>
          {VIEWS.filter(isThere).map((name) => (
            <button
              key={name}
              type="button"
              className="tab"
              aria-current={view === name ? 'page' : undefined}
              onClick={() => setView(name)}
            >
              {name === 'cases' && marked > 0
                ? translate('bar.casesMarked', { count: marked })
                : translate(name === 'classes' && isLabels ? 'bar.labels' : `bar.${name}`)}
            </button>
          ))}
        </nav>
        <button type="button" className="button visuallyHidden skipLink" onClick={arrive}>
          {translate('bar.skip')}
        </button>
        <span className="privacy">{translate(view === 'predict' ? 'predict.privacy' : 'bar.privacy')}</span>
        <div className="barActions">
          {deploy.allowOwnFiles && <OpenButton />}
          <DataMenu />
          <ExportMenu />
          <CopyLink />
          <CopyByHand />
        </div>
        <div className="barIcons">
          <LanguageChoice />
          <button
            type="button"
            className="iconButton barIcon"
            aria-label={translate('bar.theme', { theme: translate(`theme.${theme}`) })}
            title={translate('bar.theme', { theme: translate(`theme.${theme}`) })}
            onClick={() => setTheme(NEXT_THEME[theme])}
          >
            <span aria-hidden="true">{THEME_SIGN[theme]}</span>
          </button>
          <button
            type="button"
            className="iconButton barIcon"
            aria-label={translate('bar.keys')}
            title={translate('bar.keys')}
            onClick={onHelp}
          >
            <span aria-hidden="true">?</span>
          </button>
        </div>
      </div>
    </header>
  );
}
