import { defineConfig } from 'vitest/config';

/** The tests that mutants are tried on: those of core and of reading, without the slowest, which others make up for. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/core/**/*.test.ts', 'tests/io/read/**/*.test.ts'],
    exclude: ['tests/core/millionRows.test.ts'],
    testNamePattern: /^(?!.*counts like brute force at every score)/,
    testTimeout: 30_000,
  },
});
