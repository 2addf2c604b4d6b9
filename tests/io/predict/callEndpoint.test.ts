import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPredictApi } from '../../../src/io/predict/api.ts';
import { type CallOutcome, callEndpoint } from '../../../src/io/predict/callEndpoint.ts';
import { serverError } from '../../../src/io/predict/serverError.ts';

const CHUNK = Buffer.alloc(65_536, 97);

/** Servers as nobody wishes them. */
const HOSTILE: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/silent': () => {},
  '/half': (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
    response.write('{"probabilities": {"a": 0.4');
    setTimeout(() => response.destroy(), 20);
  },
  '/page500': (response) =>
    void response
      .writeHead(500, { 'Content-Type': 'text/html' })
      .end('<html><title>500</title><script>document.title = "run"</script><h1>Server &lt;down&gt;</h1></html>'),
  '/page200': (response) =>
    void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><p>Sign in'),
  '/moved': (response) => void response.writeHead(302, { Location: '/good' }).end(),
  '/huge': (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    const more = () => {
      while (!response.destroyed && response.write(CHUNK));
      if (!response.destroyed) response.once('drain', more);
    };
    response.write('[');
    more();
  },
  '/limited': (response) => void response.writeHead(429, { 'Retry-After': '7' }).end('{"detail": "slow down"}'),
  '/limitedLong': (response) => void response.writeHead(429, { 'Retry-After': '3600' }).end(),
  '/limitedOpen': (response) => void response.writeHead(429).end('{}'),
  '/limitedDay': (response) => void response.writeHead(429, { 'Retry-After': '86400' }).end('{}'),
  '/busy': (response) => void response.writeHead(503, { 'Retry-After': '3' }).end('{}'),
  '/empty': (response) => void response.writeHead(200).end(),
  '/nothing': (response) => void response.writeHead(204).end(),
  '/text': (response) => void response.writeHead(200, { 'Content-Type': 'text/plain' }).end('All fine here'),
  '/nan': (response) => void response.writeHead(200).end('{"probabilities": {"a": NaN, "b": 0.5}}'),
  '/quoted': (response) => void response.writeHead(200).end('{"a": "0.5", "b": "0.5"}'),
  '/validation': (response) =>
    void response.writeHead(422).end('{"detail": [{"loc": ["body", "text"], "msg": "Field required"}]}'),
  '/bare': (response) => void response.writeHead(503).end(),
  '/good': (response) => void response.writeHead(200).end('{"a": 0.25, "b": 0.75}'),
};

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => HOSTILE[request.url ?? '']?.(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const call = (path: string, signal = new AbortController().signal, patience = 10_000): Promise<CallOutcome> =>
  callEndpoint(
    signal,
    {
      url: `${origin}${path}`,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"text": "x"}',
      sent: '',
    },
    { patience },
  );

describe('a call', () => {
  it('brings the values of the reply', async () => {
    expect(await call('/good')).toMatchObject({
      kind: 'answered',
      status: 200,
      isLoose: false,
      hasQuotedNumbers: false,
    });
    expect(await call('/nan')).toMatchObject({ kind: 'answered', isLoose: true });
    expect(await call('/quoted')).toMatchObject({ kind: 'answered', hasQuotedNumbers: true });
  });

  it.each([
    ['/silent', 'timeout', true],
    ['/half', 'cutOff', true],
    ['/page500', 'status', true],
    ['/page200', 'page', false],
    ['/moved', 'redirect', false],
    ['/huge', 'tooLarge', false],
    ['/limited', 'rateLimited', true],
    ['/limitedOpen', 'rateLimitedOpen', true],
    ['/limitedLong', 'rateLimitedLong', false],
    ['/limitedDay', 'rateLimitedHours', false],
    ['/busy', 'busy', true],
    ['/empty', 'emptyReply', false],
    ['/nothing', 'emptyReply', false],
    ['/text', 'notJson', false],
    ['/validation', 'status', false],
    ['/bare', 'statusOnly', true],
  ])('says what came of %s', async (path, code, isPassing) => {
    const outcome = await call(path, undefined, path === '/silent' ? 300 : undefined);
    expect(outcome).toMatchObject({
      kind: 'failed',
      problem: { code, values: { host: new URL(origin).host } },
      isPassing,
    });
  });

  it('keeps what the server said as text', async () => {
    expect(await call('/page500')).toMatchObject({ said: { message: 'Server <down>', trace: '' } });
    expect(await call('/limited')).toMatchObject({ retryAfter: 7000, said: { message: 'slow down' } });
    expect(await call('/validation')).toMatchObject({ said: { message: 'Field required' } });
  });

  it('tells a server that refuses other sites from one that is not there', async () => {
    const request = { url: 'http://api.example/p', method: 'POST', headers: {}, body: '{}', sent: '{}' } as const;
    const signal = new AbortController().signal;
    const refused = async (_: unknown, init?: RequestInit) => {
      if (init?.mode === 'no-cors') return new Response();
      throw new TypeError('Failed to fetch');
    };
    const gone = async () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await callEndpoint(signal, request, { fetch: refused, isOnline: () => true })).toMatchObject({
      problem: { code: 'cors' },
    });
    expect(await callEndpoint(signal, request, { fetch: gone, isOnline: () => true })).toMatchObject({
      problem: { code: 'unreachable' },
      isPassing: true,
    });
    expect(await callEndpoint(signal, request, { fetch: gone, isOnline: () => false })).toMatchObject({
      problem: { code: 'offline' },
    });
  });

  it('tells a server that breaks down from one that never let this page read its answers', async () => {
    let isDown = false;
    const fetch = async (_: unknown, init?: RequestInit) => {
      if (init?.mode === 'no-cors') return new Response();
      if (isDown) throw new TypeError('Failed to fetch');
      return new Response('{"a": 0.5}');
    };
    const api = createPredictApi('http://page.example/', ['http://api.example'], { fetch, isOnline: () => true });
    const request = { method: 'POST', headers: {}, body: '{}', sent: '{}' } as const;
    const ask = (path: string) =>
      api.call(new AbortController().signal, { ...request, url: `http://api.example${path}` });
    expect(await ask('/p')).toMatchObject({ kind: 'answered' });
    isDown = true;
    expect(await ask('/p')).toMatchObject({ problem: { code: 'hungUp' }, isPassing: true });
    expect(await ask('/other')).toMatchObject({ problem: { code: 'cors' }, isPassing: false });
  });

  it('ends with the reason of the signal', async () => {
    const controller = new AbortController();
    const running = call('/silent', controller.signal);
    controller.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('what a server says', () => {
  it('is found wherever it stands, and shortened', () => {
    expect(serverError('{"error": {"message": "Unknown model", "code": 5}}', null).message).toBe('Unknown model');
    expect(serverError('plain words\nmore', 'text/plain').message).toBe('plain words');
    expect(serverError('Traceback (most recent call last):\n  File "a.py"\nValueError: no', null)).toMatchObject({
      message: 'ValueError: no',
      trace: expect.stringContaining('a.py'),
    });
    expect(serverError('[1]', null)).toMatchObject({ message: '[1]', trace: '' });
    expect(serverError('x'.repeat(50_000), null).body.length).toBeLessThan(20_010);
    expect(serverError('<script>alert(1)</script>', 'text/html').message).toBe('');
  });
});
