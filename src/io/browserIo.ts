import type { Io, SourceFile } from './io.ts';
import { ReadProblem } from './readProblem.ts';
import { fetchRemote } from './remote/fetchRemote.ts';
import { hostsIn } from './remote/hostsIn.ts';
import { openDataset } from './worker/dataset.ts';
import { sortInWorker } from './worker/histories.ts';

/** Written into the build by its configuration. */
declare const CUTPOINT_DATA_HOSTS: string;
declare const CUTPOINT_PREDICT_HOSTS: string;

const startWorker = () => new Worker(new URL('./worker/dataset.worker.ts', import.meta.url), { type: 'module' });

/** The outside world of a browser page. */
export const browserIo: Io = {
  open: (signal, files, onProgress, onCrash) => openDataset(startWorker, signal, files, onProgress, onCrash),
  sortHistories: (signal, files) => sortInWorker(startWorker, signal, files),
  fetchFile,
  dataHosts: hostsIn(CUTPOINT_DATA_HOSTS),
  fetchRemote,
  asking: {
    get page() {
      return document.baseURI;
    },
    hosts: hostsIn(CUTPOINT_PREDICT_HOSTS),
  },
};

/** Only below the page's own folder: an address in a link must not make the page call anyone else. */
async function fetchFile(signal: AbortSignal, path: string): Promise<SourceFile> {
  const folder = new URL('.', document.baseURI);
  const url = new URL(path, folder);
  if (!url.href.startsWith(folder.href)) throw new ReadProblem('notFound', { path });
  let blob: Blob;
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) throw new ReadProblem('notFound', { path });
    blob = await response.blob();
  } catch (error) {
    if (signal.aborted || error instanceof ReadProblem) throw error;
    throw new ReadProblem('notFetched', { path });
  }
  // Some hosts answer with a page of their own, and success, where there is no file.
  const start = await blob.slice(0, 200).text();
  if (/^\s*(?:<!doctype html|<html)/i.test(start)) throw new ReadProblem('notFound', { path });
  return { name: decoded(url.pathname.slice(url.pathname.lastIndexOf('/') + 1)), blob };
}

/** A part of an address as people read it ("März" for "M%C3%A4rz"); as it is where it cannot be decoded. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
