import type { Evaluation } from '../../core/scores/evaluation.ts';
import { scoreIndexBuffers } from '../../core/scores/scoreIndex.ts';
import type { ModelsCompared } from '../io.ts';
import type { ReadLimits } from '../read/forecast.ts';
import { ReadProblem } from '../readProblem.ts';
import { createDatasetSession } from './datasetSession.ts';
import type { Answers, Ask, Reply, Request } from './messages.ts';

/** So often the page is told how far reading is; it draws no more often, and would be kept from drawing. */
const PROGRESS_MS = 30;

/** Columns that a page takes in within a few milliseconds. */
const COLUMNS_AT_ONCE = 1000;

/** The worker's side of the protocol: hands each ask to a session and sends back its answer, its progress or why there is none. */
export function createService(
  send: (reply: Reply, transfer: ArrayBuffer[]) => void,
  limits?: ReadLimits,
): (request: Request) => void {
  const session = createDatasetSession(limits);
  const running = new Map<number, AbortController>();
  let names = '';

  async function answer(id: number, ask: Ask): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    if (ask.kind === 'open') names = ask.files.map(({ name }) => name).join(' + ');
    try {
      let told = Number.NEGATIVE_INFINITY;
      const result = await session(controller.signal, ask, (progress) => {
        if (performance.now() - told < PROGRESS_MS) return;
        told = performance.now();
        send({ kind: 'progress', id, progress }, []);
      });
      send({ kind: 'done', id, answer: withoutColumns(id, result) }, buffersOf(result));
    } catch (error) {
      // A cancelled ask needs no reply: who cancelled it waits no longer.
      if (!controller.signal.aborted) send({ kind: 'failed', id, ...problemOf(error, names) }, []);
    } finally {
      running.delete(id);
    }
  }

  /** The answer, less what was sent of it. */
  function withoutColumns(id: number, result: Answers[keyof Answers]): Answers[keyof Answers] {
    if (result === null || !('inferred' in result) || result.columns.length <= COLUMNS_AT_ONCE) return result;
    for (let from = 0; from < result.columns.length; from += COLUMNS_AT_ONCE) {
      send({ kind: 'columns', id, columns: result.columns.slice(from, from + COLUMNS_AT_ONCE) }, []);
    }
    return { ...result, columns: [] };
  }

  return (request) => {
    if (request.kind === 'ask') void answer(request.id, request.ask);
    else running.get(request.id)?.abort();
  };
}

function problemOf(error: unknown, file: string): Pick<ReadProblem, 'code' | 'values'> {
  if (error instanceof ReadProblem) return { code: error.code, values: error.values };
  const detail = error instanceof Error ? error.message : String(error);
  const isOutOfMemory = error instanceof RangeError && /allocation/i.test(detail);
  return isOutOfMemory ? { code: 'tooLarge', values: { file } } : { code: 'unreadable', values: { file, detail } };
}

/** The large arrays of an answer move to the page instead of being copied. */
function buffersOf(answer: Answers[keyof Answers]): ArrayBuffer[] {
  if (answer === null) return [];
  if ('others' in answer) {
    const { groups, others } = answer;
    return scoreIndexBuffers([...groups, ...(others === null ? [] : [others])].map(({ index }) => index));
  }
  if ('pairedBy' in answer) return comparedBuffers(answer);
  if (!('evaluations' in answer)) return [];
  const evaluations: readonly Evaluation[] = [
    ...answer.evaluations,
    ...('folds' in answer ? (answer.folds ?? []) : []),
  ];
  return evaluationBuffers(evaluations);
}

function comparedBuffers({ models }: ModelsCompared): ArrayBuffer[] {
  const choosing = models.flatMap(({ choosing: index }) => index ?? []);
  return [...evaluationBuffers(models.map(({ evaluation }) => evaluation)), ...scoreIndexBuffers(choosing)];
}

function evaluationBuffers(evaluations: readonly Evaluation[]): ArrayBuffer[] {
  const buffers = new Set(scoreIndexBuffers(evaluations.map(({ index }) => index)));
  for (const { drawnCuts } of evaluations) {
    for (const { buffer } of [drawnCuts.thresholds, drawnCuts.tps, drawnCuts.fps]) {
      if (buffer instanceof ArrayBuffer) buffers.add(buffer);
    }
  }
  return [...buffers];
}
