import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserIo } from '../../src/io/browserIo.ts';
import { never, problemOf } from './read/reading.ts';

const fetched = vi.fn<(url: URL) => Promise<Response>>();

beforeEach(() => {
  vi.stubGlobal('document', { baseURI: 'https://example.org/team/cutpoint/index.html?x=1' });
  vi.stubGlobal('fetch', fetched);
  fetched.mockResolvedValue(new Response('y_true,y_prob\n1,0.5\n'));
});

afterEach(() => {
  vi.unstubAllGlobals();
  fetched.mockReset();
});

const notFound = (path: string) => ({ code: 'notFound', values: { path } });

describe('fetchFile', () => {
  it('asks for a file beside the page', async () => {
    const file = await browserIo.fetchFile(never, 'samples/demo.csv');
    expect(fetched.mock.calls[0][0].href).toBe('https://example.org/team/cutpoint/samples/demo.csv');
    expect([file.name, await file.blob.text()]).toEqual(['demo.csv', 'y_true,y_prob\n1,0.5\n']);
  });

  it.each([
    ['data/M%C3%A4rz.csv', 'März.csv'],
    ['data/März.csv', 'März.csv'],
    ['data/50%25.csv', '50%.csv'],
    ['data/50%.csv', '50%.csv'],
  ])('calls %s by the name people gave it', async (path, name) => {
    expect((await browserIo.fetchFile(never, path)).name).toBe(name);
  });

  it.each([
    '../secrets.csv',
    '/team/other.csv',
    'https://evil.example/x.csv',
    '//evil.example/x.csv',
    'data:text/csv,a',
  ])('asks nobody for %s', async (path) => {
    expect(await problemOf(browserIo.fetchFile(never, path))).toEqual(notFound(path));
    expect(fetched).not.toHaveBeenCalled();
  });

  it('says that there is no such file, however the host puts it', async () => {
    const path = 'samples/gone.csv';
    fetched.mockResolvedValueOnce(new Response('', { status: 404 }));
    expect(await problemOf(browserIo.fetchFile(never, path))).toEqual(notFound(path));
    fetched.mockResolvedValueOnce(new Response('\n<!DOCTYPE html><title>Cutpoint</title>'));
    expect(await problemOf(browserIo.fetchFile(never, path))).toEqual(notFound(path));
  });

  it('tells a network that fails, at once or half way, from a file that is not there', async () => {
    const path = 'samples/demo.csv';
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect(await problemOf(browserIo.fetchFile(never, path))).toEqual({ code: 'notFetched', values: { path } });
    const half = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('network error')),
    });
    fetched.mockResolvedValueOnce(new Response(half));
    expect(await problemOf(browserIo.fetchFile(never, path))).toEqual({ code: 'notFetched', values: { path } });
  });

  it('is cancelled by its signal', async () => {
    const controller = new AbortController();
    fetched.mockImplementationOnce(async () => {
      controller.abort();
      throw controller.signal.reason;
    });
    await expect(browserIo.fetchFile(controller.signal, 'a.csv')).rejects.toMatchObject({ name: 'AbortError' });
  });
});
