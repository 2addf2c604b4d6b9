import { BATCH, type BatchResult, runBatch, waitFor } from './batch.ts';
import { type CallOutcome, type CallSettings, callEndpoint } from './callEndpoint.ts';
import { type CallProblem, checkAddress, type Endpoint, EXAMPLE, headerProblem } from './endpoint.ts';
import { exampleTexts, replayExample } from './example.ts';
import { type PreparedRequest, prepareRequest, type RequestItem, type RequestTemplate } from './request.ts';

/** What asks prediction APIs: nothing of it is loaded before somebody opens Predict. */
export interface PredictApi {
  /** The request as it will be sent, or why it will not be. */
  prepare(
    endpoint: Endpoint,
    template: RequestTemplate,
    item: RequestItem,
    version: string,
  ): PreparedRequest | CallProblem;
  /** Rejects with the signal's reason alone. */
  call(signal: AbortSignal, request: PreparedRequest): Promise<CallOutcome>;
  batch(
    signal: AbortSignal,
    isSettled: readonly boolean[],
    call: (signal: AbortSignal, item: number) => Promise<CallOutcome>,
    onSettled: (item: number, result: BatchResult) => void,
  ): Promise<{ readonly isWhole: boolean }>;
  /** The texts that a built-in example can answer; none for any other address. */
  exampleTexts(url: string): readonly string[];
  /** Milliseconds since 1970. */
  now(): number;
}

/** `page`: where the page lies; `hosts`: the servers that its policy names. */
export function createPredictApi(page: string, hosts: readonly string[], settings: CallSettings = {}): PredictApi {
  /** Addresses whose answers this page could read. */
  const readable = new Set<string>();
  const noted = (request: PreparedRequest, outcome: CallOutcome): CallOutcome => {
    const address = `${request.method} ${request.url.split(/[?#]/)[0]}`;
    if (outcome.kind === 'answered' || (outcome.status !== null && outcome.problem.code !== 'redirect')) {
      readable.add(address);
    } else if (outcome.problem.code === 'cors' && readable.has(address)) {
      // It let this page read its answers before: it broke down over this one.
      return { ...outcome, problem: { ...outcome.problem, code: 'hungUp' }, isPassing: true };
    }
    return outcome;
  };
  return {
    prepare: (endpoint, template, item, version) => {
      const url = checkAddress(endpoint.url, page, hosts);
      if (!(url instanceof URL)) return url;
      return headerProblem(endpoint.headers) ?? prepareRequest(endpoint, url, template, item, version);
    },
    call: async (signal, request) =>
      request.url.startsWith(EXAMPLE)
        ? replayExample(request)
        : noted(request, await callEndpoint(signal, request, settings)),
    batch: (signal, isSettled, call, onSettled) =>
      runBatch(signal, isSettled, call, onSettled, { ...BATCH, wait: waitFor, random: Math.random }),
    exampleTexts,
    now: Date.now,
  };
}
