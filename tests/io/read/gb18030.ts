/** The letters of two bytes, from what the platform's own decoder makes of every pair. */
const PAIRS = new Map<string, readonly number[]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const letter = decoder.decode(Uint8Array.of(lead, trail));
    if (letter.length === 1 && letter !== '\ufffd') PAIRS.set(letter, [lead, trail]);
  }
}

/** Four bytes of letters used in tests, as GB18030's own table has them. */
const FOURS = new Map([['㐂', [0x81, 0x39, 0xef, 0x31]]]);

/** A text in GB18030, which no platform writes by itself. */
export function gb18030Bytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = [...text].flatMap((letter) => {
    const code = letter.charCodeAt(0);
    const found = code < 0x80 ? [code] : (PAIRS.get(letter) ?? FOURS.get(letter));
    if (found === undefined) throw new Error(`no bytes are known for ${letter}`);
    return [...found];
  });
  return Uint8Array.from(bytes);
}
