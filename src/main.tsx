import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browserIo } from './io/browserIo.ts';
import { fetchDeploy } from './io/deploy.ts';
import { browserVersions } from './io/offline/versions.ts';
import { browserPage } from './io/page.ts';
import { browserStorage } from './io/storage.ts';
import { pageWords } from './io/words.ts';
import { createTunerStore } from './state/store.ts';
import { startSync } from './state/sync.ts';
import { TunerContext } from './state/useTuner.ts';
import { App } from './view/App.tsx';
import './view/tokens.css';

const env = {
  io: browserIo,
  page: browserPage,
  storage: browserStorage(),
  versions: browserVersions(new URL('sw.js', document.baseURI)),
  words: pageWords,
  fetchDeploy,
};
const store = createTunerStore(env);
const started = startSync(store, env);
// The development server has no build to take in. What is on screen goes before what is for later.
if (import.meta.env.PROD) void started.then(() => store.getState().watchVersions());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const page = createRoot(root);
// A page in another language waits for its words rather than show itself in English first.
void store
  .getState()
  .speakFirst()
  .then(() =>
    page.render(
      <StrictMode>
        <TunerContext value={store}>
          <App />
        </TunerContext>
      </StrictMode>,
    ),
  );
