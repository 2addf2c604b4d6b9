type Bytes = Uint8Array<ArrayBuffer>;

/** Packed bytes given to be unpacked at a time: so few that what is unpacked keeps pace with them. */
const PIECE_BYTES = 16 * 1024;
/** Bytes of a header by which a member is known: magic number, method, flags, time, effort, system. */
const HEADER_BYTES = 10;

/** Whether a member could begin here. Packed data looks like it by chance once in some hundred gigabytes. */
function couldBegin(bytes: Bytes, at: number): boolean {
  const [magic, number, method, flags, , , , , effort, system] = bytes.subarray(at, at + HEADER_BYTES);
  const isKnown = (effort === 0 || effort === 2 || effort === 4) && (system < 14 || system === 255);
  return magic === 0x1f && number === 0x8b && method === 8 && flags < 32 && isKnown;
}

interface PackedPiece {
  readonly at: number;
  readonly bytes: Bytes;
  /** Whether a member may begin with it. */
  readonly isStart: boolean;
}

/** Packed bytes, of which the first stands at `start` of the file, in pieces that end where another member may begin. */
async function* piecesOf(
  packed: AsyncGenerator<Bytes>,
  start: number,
  falseStart: number | null,
): AsyncGenerator<PackedPiece> {
  let at = start;
  let held: Bytes = new Uint8Array(0);
  let isStart = true;
  for await (const chunk of packed) {
    const bytes = new Uint8Array(held.length + chunk.length);
    bytes.set(held);
    bytes.set(chunk, held.length);
    // A header may go on in the next chunk.
    const end = Math.max(0, bytes.length - HEADER_BYTES + 1);
    let next = 0;
    for (let from = 0; from < end; ) {
      while (next <= from || (next < end && (at + next === falseStart || !couldBegin(bytes, next)))) {
        const found = bytes.indexOf(0x1f, Math.max(next, from) + 1);
        next = found === -1 ? end : Math.min(found, end);
      }
      const to = Math.min(next, from + PIECE_BYTES);
      yield { at: at + from, bytes: bytes.subarray(from, to), isStart };
      isStart = to === next && next < end;
      from = to;
    }
    held = bytes.slice(end);
    at += end;
  }
  yield { at, bytes: held, isStart };
}

/**
 * Unpacks gzip of one member or of several on end, as `cat` and `bgzip` make them; browsers unpack no more than one. `packedFrom`: the
 * packed bytes from a place on. `onGiven` is told how many of them were given to be unpacked. Throws what the browser's stream throws.
 */
export async function* unpackedGzip(
  packedFrom: (start: number) => AsyncGenerator<Bytes>,
  onGiven: (bytes: number) => void,
): AsyncGenerator<Bytes> {
  /** Where the member begins that is being unpacked, and how much of it is unpacked already. */
  let start = 0;
  let known = 0;
  let falseStart: number | null = null;
  let pieces = piecesOf(packedFrom(start), start, falseStart);
  let ahead = await pieces.next();
  while (!ahead.done) {
    start = ahead.value.at;
    let endedAt: number | null = null;
    const source: UnderlyingDefaultSource<Bytes> = {
      async pull(controller) {
        if (ahead.done) return controller.close();
        const { at, bytes } = ahead.value;
        onGiven(at + bytes.length);
        controller.enqueue(bytes);
        ahead = await pieces.next();
        if (ahead.done || !ahead.value.isStart) return;
        endedAt = ahead.value.at;
        controller.close();
      },
    };
    const stream = new ReadableStream(source, { highWaterMark: 0 }).pipeThrough(new DecompressionStream('gzip'));
    const reader = stream.getReader();
    let out = 0;
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        const fresh = read.value.subarray(Math.max(0, known - out)) as Bytes;
        out += read.value.length;
        if (fresh.length > 0) yield fresh;
      }
      known = 0;
    } catch (error) {
      // It ended too early, where only chance looked like another member.
      if (endedAt === null || falseStart !== null) throw error;
      falseStart = endedAt;
      known = out;
      pieces = piecesOf(packedFrom(start), start, falseStart);
      ahead = await pieces.next();
    } finally {
      reader.cancel().catch(() => {});
    }
  }
}
