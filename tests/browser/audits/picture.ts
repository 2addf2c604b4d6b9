import { inflateSync } from 'node:zlib';
import type { Colour } from './colour.ts';

/** What a screenshot shows, pixel by pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): Colour;
}

/** A PNG as browsers write them: 8 bits a channel, with or without transparency, not interlaced. */
export function readPng(png: Buffer): Picture {
  let place = 8;
  let width = 0;
  let height = 0;
  let channels = 0;
  const parts: Buffer[] = [];
  while (place < png.length) {
    const length = png.readUInt32BE(place);
    const kind = png.toString('latin1', place + 4, place + 8);
    const body = png.subarray(place + 8, place + 8 + length);
    if (kind === 'IHDR') {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      channels = body[9] === 6 ? 4 : body[9] === 2 ? 3 : 0;
      if (body[8] !== 8 || channels === 0 || body[12] !== 0) throw new Error('A kind of PNG that is not read here');
    }
    if (kind === 'IDAT') parts.push(body);
    place += length + 12;
  }
  const pixels = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  return {
    width,
    height,
    at: (x, y) => {
      const i = (y * width + x) * channels;
      return { r: pixels[i], g: pixels[i + 1], b: pixels[i + 2], alpha: 1 };
    },
  };
}

/** Each line of a PNG is stored as differences from its left and upper neighbours, in one of five ways. */
function unfiltered(lines: Buffer, stride: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (stride + 1)];
    for (let i = 0; i < stride; i++) {
      const here = y * stride + i;
      const left = i >= channels ? out[here - channels] : 0;
      const above = y > 0 ? out[here - stride] : 0;
      const corner = y > 0 && i >= channels ? out[here - stride - channels] : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
      out[here] = lines[y * (stride + 1) + 1 + i] + guess;
    }
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
