import { createContext, type ReactNode, type RefObject, useContext, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

interface Turn {
  /** Where the chart will stand. */
  readonly place: Element | null;
  readonly draw: () => void;
}

/** When the turns come; each calls back once. */
export interface Tasks {
  /** In the next task, without a pause. */
  readonly next: (task: () => void) => void;
  /** As soon as what stands on the page now is on the screen. */
  readonly afterPaint: (task: () => void) => void;
}

/** Where nothing is painted, as in a tab behind others, the charts wait no longer than this. */
const UNSEEN_MS = 100;

const next: Tasks['next'] = (task) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    task();
  };
  port2.postMessage(null);
};

const afterPaint: Tasks['afterPaint'] = (task) => {
  const begin = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    next(task);
  };
  const timer = setTimeout(begin, UNSEEN_MS);
  const frame = requestAnimationFrame(begin);
};

/** Pixels between an element and what is in view; 0 in view. */
function distanceFromView(element: Element | null): number {
  if (element === null) return Infinity;
  const { top, bottom } = element.getBoundingClientRect();
  return Math.max(0, top - window.innerHeight, -bottom);
}

/** Charts that wait to be drawn. */
export class Turns {
  readonly #waiting = new Set<Turn>();
  readonly #tasks: Tasks;
  #isDrawing = false;

  constructor(tasks: Tasks = { next, afterPaint }) {
    this.#tasks = tasks;
  }

  /** Draws in a task of its own once all else is on the screen, what is in view or nearest to it first. Gives back how to wait no longer. */
  wait(place: Element | null, draw: () => void): () => void {
    const turn = { place, draw };
    this.#waiting.add(turn);
    if (!this.#isDrawing) {
      this.#isDrawing = true;
      this.#tasks.afterPaint(() => this.#drawNext());
    }
    return () => this.#waiting.delete(turn);
  }

  #drawNext(): void {
    const distance = new Map([...this.#waiting].map((turn) => [turn, distanceFromView(turn.place)]));
    const [next] = [...this.#waiting].sort((a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0));
    this.#isDrawing = next !== undefined;
    if (next === undefined) return;
    this.#waiting.delete(next);
    this.#tasks.next(() => this.#drawNext());
    flushSync(next.draw);
  }
}

const TurnsContext = createContext<Turns | null>(null);

/** Has each chart in it drawn in a task of its own, so that input is served between two charts. */
export function ChartTurns({ children }: { readonly children: ReactNode }) {
  const [turns] = useState(() => new Turns());
  return <TurnsContext value={turns}>{children}</TurnsContext>;
}

/** Whose turn it is; null outside of `ChartTurns`. */
export const useTurns = (): Turns | null => useContext(TurnsContext);

/** False until it is this chart's turn to be drawn, true ever after; outside of `ChartTurns` it always is. */
export function useTurn(place: RefObject<Element | null>): boolean {
  const turns = useTurns();
  const [hasTurn, setHasTurn] = useState(turns === null);
  useLayoutEffect(() => turns?.wait(place.current, () => setHasTurn(true)), [turns, place]);
  return hasTurn;
}
