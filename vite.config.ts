import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { type Csp, csp } from './src/io/csp.ts';
import { readDeploy } from './src/io/deploy.ts';
import type { Build } from './src/io/offline/offlineCache.ts';
import { endpointOrigins, readDeployPredict } from './src/io/predict/deployPredict.ts';
import { hostsIn } from './src/io/remote/hostsIn.ts';

/** Sites that the page may ask for files: `CUTPOINT_DATA_HOSTS="https://example.org https://raw.githubusercontent.com"`, or `https:`. */
const dataHosts = process.env.CUTPOINT_DATA_HOSTS ?? '';

/** The servers on the same machine that a page started for oneself may ask for predictions. */
const OWN_MACHINE = ['http://127.0.0.1:*', 'http://localhost:*'];
/** `vite build --mode started`, as `npm start` does it. */
const STARTED = 'started';

/**
 * Servers that the page may ask for predictions: those of the endpoints in public/deploy.json, those in
 * `CUTPOINT_PREDICT_HOSTS="https://api.example.org"`, and in a page started for oneself those of the same machine.
 */
function predictHosts(mode: string): readonly string[] {
  const named = hostsIn(process.env.CUTPOINT_PREDICT_HOSTS ?? '');
  const file = join(import.meta.dirname, 'public', 'deploy.json');
  // A mistake in the file is named on the page, which works without it.
  const ofFile = existsSync(file) ? originsIn(readFileSync(file, 'utf8')) : [];
  return [...new Set([...named, ...ofFile, ...(mode === STARTED ? OWN_MACHINE : [])])];
}

function originsIn(text: string): readonly string[] {
  try {
    return endpointOrigins(readDeployPredict(readDeploy(text).predict));
  } catch {
    return [];
  }
}

/** The dev server is left without the policy because its hot reload needs inline scripts. */
function contentSecurityPolicy(policy: Csp): Plugin {
  return {
    name: 'cutpoint:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy.meta },
        injectTo: 'head-prepend',
      },
    ],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: policy.headersFile });
    },
  };
}

const SERVICE_WORKER = 'sw.js';

/** Emits the service worker, which is told what the build is made of: another version whenever a byte of it differs. */
function serviceWorker(): Plugin {
  let publicFolder = '';
  return {
    name: 'cutpoint:service-worker',
    apply: 'build',
    configResolved(config) {
      publicFolder = config.publicDir;
    },
    buildStart() {
      // Workers of the page are built by themselves; they bring no service worker along.
      if (this.environment?.config.isWorker) return;
      this.emitFile({ type: 'chunk', id: 'src/io/offline/serviceWorker.ts', fileName: SERVICE_WORKER });
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[SERVICE_WORKER];
        if (worker?.type !== 'chunk') return;
        const hash = createHash('sha256');
        const shell: string[] = [];
        for (const [path, file] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
          hash.update(path).update(file.type === 'chunk' ? file.code : file.source);
          if (path !== SERVICE_WORKER && path !== '_headers') shell.push(path === 'index.html' ? './' : path);
        }
        const published = readdirSync(publicFolder, { recursive: true, encoding: 'utf8' })
          .map((path) => path.replaceAll('\\', '/'))
          .filter((path) => /^(?:[^/]+|samples\/.+)\.(?:csv|json|svg|webmanifest)$/.test(path))
          .sort();
        for (const path of published) hash.update(path).update(readFileSync(join(publicFolder, path)));
        const build: Build = { version: hash.digest('hex').slice(0, 16), shell, extras: published };
        worker.code = worker.code.replace('CUTPOINT_BUILD', () => JSON.stringify(build));
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  const predicting = predictHosts(mode);
  const policy = csp({ connect: [...new Set([...hostsIn(dataHosts), ...predicting])] });
  return {
    // Relative addresses let the built folder work under any path.
    base: './',
    define: {
      CUTPOINT_DATA_HOSTS: JSON.stringify(dataHosts),
      CUTPOINT_PREDICT_HOSTS: JSON.stringify(predicting.join(' ')),
    },
    plugins: [react(), contentSecurityPolicy(policy), serviceWorker()],
    build: {
      target: 'baseline-widely-available',
      // The policy forbids data: fonts, and an inlined file cannot be cached.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // tests/size.mjs guards what matters: the JavaScript that the first view loads, compressed.
      chunkSizeWarningLimit: 1500,
    },
    worker: { format: 'es' },
    preview: {
      // Another port: `PORT=8080 npm start` or `npm start -- --port 8080`.
      port: Number(process.env.PORT) || 4173,
      headers: policy.headers,
    },
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            include: ['tests/*.test.ts', 'tests/{core,io,i18n}/**/*.test.ts'],
            testTimeout: 30_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'component',
            environment: 'jsdom',
            include: ['tests/{state,view}/**/*.test.{ts,tsx}'],
            setupFiles: ['tests/componentSetup.ts'],
            testTimeout: 30_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            environment: 'node',
            include: ['tests/browser/**/*.test.ts'],
            // One browser at a time, or timings and focus would depend on the neighbours.
            fileParallelism: false,
            testTimeout: 240_000,
            hookTimeout: 300_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'firefox',
            environment: 'node',
            include: ['tests/firefox/**/*.test.ts'],
            testTimeout: 90_000,
            hookTimeout: 120_000,
          },
        },
      ],
    },
  };
});
