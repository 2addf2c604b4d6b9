import { execFile, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { RECORDED_REPLIES } from '../../../src/io/predict/exampleReplies.ts';

export interface PredictServer {
  readonly origin: string;
  /** A Flask server, or one that replays what it answered. */
  readonly isFlask: boolean;
  close(): Promise<void>;
}

const PYTHON = process.env.PYTHON ?? 'python3';

/** The Flask server beside this file where Python has Flask; else what it answered, replayed by Node. */
export async function startPredictServer(): Promise<PredictServer> {
  // `PYTHON=none` tries what a machine without Flask does.
  for (const python of PYTHON === 'none' ? [] : [PYTHON, '/usr/bin/python3']) {
    const hasFlask = await promisify(execFile)(python, ['-c', 'import flask']).then(
      () => true,
      () => false,
    );
    if (hasFlask) return startFlask(python);
  }
  return replayer();
}

async function startFlask(python: string): Promise<PredictServer> {
  const port = await freePort();
  const script = fileURLToPath(new URL('./app.py', import.meta.url));
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  const child = spawn(python, [script, String(port)], { stdio: 'ignore', env });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries++) {
    const isThere = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (isThere) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    origin,
    isFlask: true,
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill();
      }),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'Content-Type, X-Key' };
const TRACE =
  "Traceback (most recent call last):\n  File \"app.py\"\nAttributeError: 'int' object has no attribute 'lower'\n";

async function replayer(): Promise<PredictServer> {
  let calls = 0;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const headers = path === '/no_cors' ? {} : CORS;
    if (request.method === 'OPTIONS') {
      response.writeHead(200, headers).end();
      return;
    }
    const isBusy = path === '/flaky' && ++calls % 10 === 0;
    if (isBusy) send(response, 503, headers, { error: 'busy' });
    else answer(path, await textOf(request), (status, body) => send(response, status, headers, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isFlask: false,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function answer(path: string, text: string, reply: (status: number, body: unknown) => void): void {
  let asked: { readonly text?: unknown; readonly run_id?: string };
  try {
    asked = JSON.parse(text);
  } catch {
    reply(400, '<!doctype html>\n<title>400 Bad Request</title>\n<h1>Bad Request</h1>\n');
    return;
  }
  if (asked.text === undefined) reply(400, { error: 'Invalid input' });
  else if (typeof asked.text !== 'string') {
    reply(500, {
      error: "Error during prediction: AttributeError(\"'int' object has no attribute 'lower'\")",
      trace: TRACE,
    });
  } else {
    const of = path === '/predict_multilabel' ? path : '/predict';
    const same = RECORDED_REPLIES.filter((each) => each.path === of && each.text === asked.text);
    const found = same.find(({ version }) => version === (asked.run_id ?? 'v1')) ?? same[0];
    if (found === undefined) reply(404, { error: 'not recorded' });
    else reply(200, JSON.parse(found.reply));
  }
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: unknown): void {
  const isPage = typeof body === 'string';
  response.writeHead(status, { ...headers, 'Content-Type': isPage ? 'text/html; charset=utf-8' : 'application/json' });
  response.end(isPage ? body : JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
