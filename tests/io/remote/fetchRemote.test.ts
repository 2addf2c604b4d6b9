import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { FetchProgress } from '../../../src/io/io.ts';
import { type FetchOptions, fetchRemote } from '../../../src/io/remote/fetchRemote.ts';
import { remoteAddress } from '../../../src/io/remote/remoteAddress.ts';
import { never, problemOf } from '../read/reading.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** The address of a file on a real server that answers so. */
async function served(answer: RequestListener, path = '/data/a%20b.csv') {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const address = remoteAddress(`http://127.0.0.1:${(started.address() as AddressInfo).port}${path}`);
  if (address === null) throw new Error('no address');
  return address;
}

const answering =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

async function problem(answer: RequestListener, options: FetchOptions = {}) {
  const address = await served(answer);
  const { code, values } = await problemOf(fetchRemote(never, address, () => {}, options));
  const { host, address: href, ...others } = values;
  expect([host, href]).toEqual([address.host, address.href]);
  return { code, ...others };
}

describe('a file on another site', () => {
  it('comes with its name and tells how far it is, without cookies or referrer', async () => {
    const asked: (string | undefined)[] = [];
    const address = await served((request, response) => {
      asked.push(request.method, request.headers.cookie, request.headers.referer);
      response.writeHead(200, { 'Content-Length': '8' }).end('y,p\n1,1\n');
    });
    const seen: FetchProgress[] = [];
    const { name, blob } = await fetchRemote(never, address, (progress) => seen.push(progress));
    expect([name, await blob.text()]).toEqual(['a b.csv', 'y,p\n1,1\n']);
    expect(seen.at(-1)).toEqual({ bytes: 8, total: 8 });
    expect(asked).toEqual(['GET', undefined, undefined]);
  });

  it.each([
    [404, 'remoteMissing', {}],
    [410, 'remoteMissing', {}],
    [401, 'remoteForbidden', {}],
    [403, 'remoteForbidden', {}],
    [500, 'remoteFailed', { status: 500 }],
    [429, 'remoteFailed', { status: 429 }],
  ])('that is answered with %d', async (status, code, values) => {
    expect(await problem(answering(status, 'no'))).toEqual({ code, ...values });
  });

  it('is not followed to another address', async () => {
    const asked: string[] = [];
    const answer: RequestListener = (request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(302, { Location: '/other.csv' }).end();
    };
    expect(await problem(answer)).toEqual({ code: 'remoteElsewhere' });
    expect(asked).toEqual(['/data/a%20b.csv']);
  });

  it('is no page', async () => {
    expect(await problem(answering(200, '\n <!DOCTYPE html><p>Sign in'))).toEqual({ code: 'remotePage' });
  });

  it('is refused where it is too large, by what the site says or by what it sends', async () => {
    const limit = 10;
    const expected = { code: 'remoteTooLarge', limit: '10\u00a0B' };
    expect(await problem(answering(200, 'x'.repeat(11), { 'Content-Length': '11' }), { limit })).toEqual(expected);
    const unsaid: RequestListener = (_, response) => {
      response.write('x'.repeat(6));
      response.end('x'.repeat(6));
    };
    expect(await problem(unsaid, { limit })).toEqual(expected);
  });

  it('is given up when nothing comes, before the answer or in the middle of it', async () => {
    const expected = { code: 'remoteSilent', seconds: 0 };
    expect(await problem(() => {}, { patience: 50 })).toEqual(expected);
    expect(await problem((_, response) => void response.write('y,p\n'), { patience: 50 })).toEqual(expected);
  });

  it('cannot be had from a site that is not there or does not let others read', async () => {
    const fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await problem(answering(200, ''), { fetch })).toEqual({ code: 'remoteRefused' });
    const cut: RequestListener = (request, response) => {
      response.writeHead(200, { 'Content-Length': '100' }).write('y,p\n');
      setTimeout(() => request.socket.destroy(), 20);
    };
    expect(await problem(cut)).toEqual({ code: 'remoteRefused' });
  });

  it('is not waited for once somebody cancels', async () => {
    const address = await served(() => {});
    const cancelling = new AbortController();
    const coming = fetchRemote(cancelling.signal, address, () => {});
    cancelling.abort();
    await expect(coming).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });
});
