import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { translate } from '../i18n/translate.ts';
import { selectView } from '../state/classSelectors.ts';
import { selectLabelsTask } from '../state/labelSelectors.ts';
import { useTuner } from '../state/useTuner.ts';
import { Guarded } from './controls/Guarded.tsx';
import { ColumnQuestionPanel } from './panels/ColumnQuestion/ColumnQuestionPanel.tsx';
import { FileCheckPanel } from './panels/FileCheck/FileCheckPanel.tsx';
import { RemoteFilePanel } from './panels/RemoteFile/RemoteFilePanel.tsx';
import { Announcement } from './shell/Announcement.tsx';
import { ContextLine } from './shell/ContextLine.tsx';
import { DropTarget } from './shell/DropTarget.tsx';
import { KeepLine } from './shell/KeepLine.tsx';
import { KeysDialog } from './shell/KeysDialog.tsx';
import { NewVersion } from './shell/NewVersion.tsx';
import { Notices } from './shell/Notices.tsx';
import { ReadingBar } from './shell/ReadingBar.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { useGlobalKeys } from './shell/useGlobalKeys.ts';
import { Welcome } from './shell/Welcome.tsx';
import { TuneScreen } from './TuneScreen.tsx';
import './App.css';
import './print.css';

/** The screens beside Tune, each loaded when somebody first opens it. */
const SCREENS = {
  classes: lazy(() => import('./ClassesScreen.tsx').then((module) => ({ default: module.ClassesScreen }))),
  labels: lazy(() => import('./LabelsScreen.tsx').then((module) => ({ default: module.LabelsScreen }))),
  slices: lazy(() => import('./SlicesScreen.tsx').then((module) => ({ default: module.SlicesScreen }))),
  cases: lazy(() => import('./CasesScreen.tsx').then((module) => ({ default: module.CasesScreen }))),
  compare: lazy(() => import('./CompareScreen.tsx').then((module) => ({ default: module.CompareScreen }))),
  data: lazy(() => import('./DataScreen.tsx').then((module) => ({ default: module.DataScreen }))),
};

/** Light or dark as chosen, or as the system has it. */
function useThemeOnPage(): void {
  const theme = useTuner((state) => state.theme);
  useEffect(() => {
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      document.documentElement.dataset.theme = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme;
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [theme]);
}

function useTitle(): void {
  const title = useTuner((state) => state.deploy.title ?? translate('app.name'));
  const file = useTuner((state) => state.opened?.name);
  useEffect(() => {
    document.title = file === undefined ? title : `${file} · ${title}`;
  }, [title, file]);
}

export function App() {
  const opened = useTuner((state) => state.opened);
  const asked = useTuner((state) => state.asked);
  const offered = useTuner((state) => state.offered);
  const view = useTuner(selectView);
  const isLabels = useTuner((state) => selectLabelsTask(state) !== null);
  const screen = view === 'tune' ? null : view === 'classes' && isLabels ? 'labels' : view;
  const Screen = screen === null ? null : SCREENS[screen];
  const [isHelping, setIsHelping] = useState(false);
  const help = useCallback(() => setIsHelping(true), []);
  useThemeOnPage();
  useTitle();
  useGlobalKeys(help);
  return (
    <>
      <TopBar onHelp={help} />
      <main className="page">
        <ReadingBar />
        <NewVersion />
        <Notices />
        {offered !== null ? (
          <Guarded name={translate('remote.title', { host: offered.address.host })} subject={offered}>
            <RemoteFilePanel />
          </Guarded>
        ) : asked === null ? (
          <>
            <Welcome />
            <Guarded name={translate('context.section')} subject={opened}>
              <ContextLine />
            </Guarded>
            <KeepLine />
            {opened !== null && view === 'tune' && (
              <>
                <Guarded name={translate('fileCheck.title')} subject={opened}>
                  <FileCheckPanel isQuiet />
                </Guarded>
                <TuneScreen />
              </>
            )}
            {opened !== null && screen !== null && Screen !== null && (
              <Guarded key={screen} name={translate(`bar.${screen}`)} subject={opened}>
                <Suspense fallback={<p className="chartWaiting">{translate('chart.waiting')}</p>}>
                  <Screen />
                </Suspense>
              </Guarded>
            )}
          </>
        ) : (
          <Guarded name={translate('question.title')} subject={asked}>
            <ColumnQuestionPanel />
          </Guarded>
        )}
      </main>
      <DropTarget />
      <Announcement />
      {isHelping && <KeysDialog onClose={() => setIsHelping(false)} />}
    </>
  );
}
