import { defineConfig } from 'vitest/config';

const folder = process.env.MUTATED_FOLDER ?? '';

/** The tests that the mutants of a folder are tried on: its own, without the slowest, and the faults that core must not repeat. */
export default defineConfig({
  test: {
    environment: 'node',
    include: [`tests/${folder}/**/*.test.ts`, ...(folder.startsWith('core') ? ['tests/core/faults.test.ts'] : [])],
    exclude: ['tests/io/read/{fuzz,hostile}.test.ts'],
    testTimeout: 30_000,
  },
});
