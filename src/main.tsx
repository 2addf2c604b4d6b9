import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browserIo } from './io/browserIo.ts';
import { fetchDeploy } from './io/deploy.ts';
import { browserPage } from './io/page.ts';
import { createTunerStore } from './state/store.ts';
import { startSync } from './state/sync.ts';
import { TunerContext } from './state/useTuner.ts';
import { App } from './view/App.tsx';
import './view/tokens.css';

const env = { io: browserIo, page: browserPage, fetchDeploy };
const store = createTunerStore(env);
void startSync(store, env);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <TunerContext value={store}>
      <App />
    </TunerContext>
  </StrictMode>,
);
