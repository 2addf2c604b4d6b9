import type { DatasetWorker } from '../../../src/io/worker/dataset.ts';
import type { Reply, Request } from '../../../src/io/worker/messages.ts';
import { createService } from '../../../src/io/worker/service.ts';

/** A worker in the same thread: messages arrive later, replies are cloned as between threads, and it can be made to die. */
export class FakeWorker implements DatasetWorker {
  onmessage: ((event: MessageEvent<Reply>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  onmessageerror: ((event: MessageEvent) => void) | null = null;
  readonly requests: Request[] = [];
  isTerminated = false;
  readonly #answer = createService((reply, transfer) => {
    const data = structuredClone(reply, { transfer });
    queueMicrotask(() => {
      if (!this.isTerminated) this.onmessage?.({ data } as MessageEvent<Reply>);
    });
  });
  /** Asked before each request; a worker that dies does not answer it. */
  readonly #dies: (request: Request) => boolean;

  constructor(dies: (request: Request) => boolean = () => false) {
    this.#dies = dies;
  }

  postMessage(request: Request): void {
    this.requests.push(request);
    setTimeout(() => {
      if (this.isTerminated) return;
      if (this.#dies(request)) this.onerror?.({} as ErrorEvent);
      else this.#answer(request);
    });
  }

  terminate(): void {
    this.isTerminated = true;
  }

  /** The kinds of what was asked, in order. */
  get asked(): string[] {
    return this.requests.map((request) => (request.kind === 'ask' ? request.ask.kind : request.kind));
  }
}
