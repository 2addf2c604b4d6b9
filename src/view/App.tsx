import { Suspense, useCallback, useEffect, useState } from 'react';
import { localeOf } from '../i18n/language.ts';
import { translate } from '../i18n/translate.ts';
import { selectView } from '../state/classSelectors.ts';
import { selectLabelsTask } from '../state/labelSelectors.ts';
import { useTuner } from '../state/useTuner.ts';
import { Guarded } from './controls/Guarded.tsx';
import { lazyPart } from './lazyPart.ts';
import { FileCheckPanel } from './panels/FileCheck/FileCheckPanel.tsx';
import { Announcement } from './shell/Announcement.tsx';
import { Arrived } from './shell/arrival.tsx';
import { ContextLine } from './shell/ContextLine.tsx';
import { DropTarget } from './shell/DropTarget.tsx';
import { KeepLine } from './shell/KeepLine.tsx';
import { KeysDialog } from './shell/KeysDialog.tsx';
import { NewVersion } from './shell/NewVersion.tsx';
import { Notices } from './shell/Notices.tsx';
import { PrintedHead } from './shell/PrintedHead.tsx';
import { ReadingBar } from './shell/ReadingBar.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { useGlobalKeys } from './shell/useGlobalKeys.ts';
import { Welcome } from './shell/Welcome.tsx';
import { TuneScreen } from './TuneScreen.tsx';
import './App.css';
import './print.css';

/** The screens beside Tune, each loaded when somebody first opens it. */
const SCREENS = {
  classes: lazyPart(() => import('./ClassesScreen.tsx').then((module) => module.ClassesScreen)),
  labels: lazyPart(() => import('./LabelsScreen.tsx').then((module) => module.LabelsScreen)),
  slices: lazyPart(() => import('./SlicesScreen.tsx').then((module) => module.SlicesScreen)),
  cases: lazyPart(() => import('./CasesScreen.tsx').then((module) => module.CasesScreen)),
  compare: lazyPart(() => import('./CompareScreen.tsx').then((module) => module.CompareScreen)),
  predict: lazyPart(() => import('./PredictScreen.tsx').then((module) => module.PredictScreen)),
  learn: lazyPart(() => import('./LearnScreen.tsx').then((module) => module.LearnScreen)),
  data: lazyPart(() => import('./DataScreen.tsx').then((module) => module.DataScreen)),
};

/** Histories of trainings, before there are predictions that they belong to. */
const TrainingScreen = lazyPart(() => import('./TrainingScreen.tsx').then((module) => module.TrainingScreen));

const Tour = lazyPart(() => import('./tour/Tour.tsx').then((module) => module.Tour));

/** What few visits ask. */
const RemoteFilePanel = lazyPart(() =>
  import('./panels/RemoteFile/RemoteFilePanel.tsx').then((module) => module.RemoteFilePanel),
);
const ColumnQuestionPanel = lazyPart(() =>
  import('./panels/ColumnQuestion/ColumnQuestionPanel.tsx').then((module) => module.ColumnQuestionPanel),
);

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

/** What the page says of itself: its title, what it is for, and the language that it speaks. */
function useHead(): void {
  const language = useTuner((state) => state.language);
  const title = useTuner((state) => state.deploy.title ?? translate('app.name'));
  const file = useTuner((state) => state.opened?.name);
  useEffect(() => {
    document.title = file === undefined ? title : `${file} · ${title}`;
  }, [title, file]);
  useEffect(() => {
    document.documentElement.lang = localeOf(language);
    document.querySelector('meta[name="description"]')?.setAttribute('content', translate('app.description'));
  }, [language]);
}

export function App() {
  const opened = useTuner((state) => state.opened);
  const asked = useTuner((state) => state.asked);
  const offered = useTuner((state) => state.offered);
  const language = useTuner((state) => state.language);
  const hasTrainings = useTuner((state) => state.trainings.length > 0);
  const view = useTuner(selectView);
  const isLabels = useTuner((state) => selectLabelsTask(state) !== null);
  const screen = view === 'tune' ? null : view === 'classes' && isLabels ? 'labels' : view;
  const Screen = screen === null ? null : SCREENS[screen];
  const isTouring = useTuner((state) => state.tourPlace !== null);
  const [isHelping, setIsHelping] = useState(false);
  const help = useCallback(() => setIsHelping(true), []);
  useThemeOnPage();
  useHead();
  useGlobalKeys(help);
  return (
    <>
      <TopBar onHelp={help} />
      {/* Texts are worked out once and kept: in another language everything is drawn anew. The bar holds on to the focus. */}
      <main className="page" key={language} tabIndex={-1}>
        <PrintedHead />
        <ReadingBar />
        <NewVersion />
        <Notices />
        {offered !== null ? (
          <Guarded name={translate('remote.title', { host: offered.address.host })} subject={offered}>
            <Suspense fallback={<p className="chartWaiting">{translate('chart.waiting')}</p>}>
              <RemoteFilePanel />
            </Suspense>
          </Guarded>
        ) : asked === null ? (
          <>
            <Welcome />
            {opened === null && hasTrainings && (
              <Guarded name={translate('training.section')} subject={hasTrainings}>
                <Suspense fallback={<p className="chartWaiting">{translate('chart.waiting')}</p>}>
                  <TrainingScreen />
                </Suspense>
              </Guarded>
            )}
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
                <Arrived />
              </>
            )}
            {(opened !== null || screen === 'learn' || screen === 'predict') && screen !== null && Screen !== null && (
              <Guarded key={screen} name={translate(`bar.${screen}`)} subject={opened}>
                <Suspense fallback={<p className="chartWaiting">{translate('chart.waiting')}</p>}>
                  <Screen />
                  <Arrived />
                </Suspense>
              </Guarded>
            )}
          </>
        ) : (
          <Guarded name={translate('question.title')} subject={asked}>
            <Suspense fallback={<p className="chartWaiting">{translate('chart.waiting')}</p>}>
              <ColumnQuestionPanel />
            </Suspense>
          </Guarded>
        )}
      </main>
      {isTouring && opened !== null && view === 'tune' && (
        <Suspense fallback={null}>
          <Tour />
        </Suspense>
      )}
      <DropTarget />
      <Announcement key={`announced in ${language}`} />
      {isHelping && <KeysDialog onClose={() => setIsHelping(false)} />}
    </>
  );
}
