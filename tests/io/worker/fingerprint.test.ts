import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { fingerprint } from '../../../src/io/worker/fingerprint.ts';
import { never } from '../read/reading.ts';

it.each([0, 1, 1024 * 1024, 2_500_001])('agrees with another SHA-256 on %d bytes', async (size) => {
  const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31) % 251);
  const expected = createHash('sha256').update(bytes).digest('hex');
  expect(await fingerprint(never, new Blob([bytes]))).toBe(expected);
});

it('stops when nobody wants it any more', async () => {
  await expect(fingerprint(AbortSignal.abort(), new Blob(['x']))).rejects.toMatchObject({ name: 'AbortError' });
});
