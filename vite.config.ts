import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { csp } from './src/io/csp.ts';

const policy = csp();

/** The dev server is left without the policy because its hot reload needs inline scripts. */
function contentSecurityPolicy(): Plugin {
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

export default defineConfig({
  // Relative addresses let the built folder work under any path.
  base: './',
  plugins: [react(), contentSecurityPolicy()],
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
          testTimeout: 90_000,
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
});
