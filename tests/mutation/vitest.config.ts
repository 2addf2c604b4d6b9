import { defineConfig } from 'vitest/config';

const folder = process.env.MUTATED_FOLDER ?? '';

/** The tests that the mutants of a folder are tried on: its own, and those of its room as a whole, without the slowest. */
export default defineConfig({
  test: {
    environment: 'node',
    include: [`tests/${folder}/**/*.test.ts`, ...(folder.startsWith('core') ? ['tests/core/*.test.ts'] : [])],
    exclude: ['tests/core/millionRows.test.ts', 'tests/io/read/{fuzz,hostile}.test.ts'],
    testNamePattern: /^(?!.*counts like brute force at every score)/,
    testTimeout: 30_000,
  },
});
