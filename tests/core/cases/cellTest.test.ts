import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf } from '../../../src/core/cases/cellTest.ts';

const SPACES = [' ', '\t', '\n', '\v', '\f', '\r', '\u00a0', '\u1680', '\u2003', '\u2028', '\u3000', '\ufeff'];

it('counts the stretches between spaces of any kind, as splitting the text does', () => {
  const part = fc.oneof(fc.constantFrom(...SPACES), fc.constantFrom('a', 'is', '\u200b', '\u001f', '字', '🙂', 'é'));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      expect(wordsOf(text)).toBe(text.split(/\s+/u).filter((word) => word !== '').length);
    }),
  );
});
