import { createContext, type ReactNode, type RefObject, useContext, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

interface Turn {
  /** Where the chart will stand. */
  readonly place: Element | null;
  readonly draw: () => void;
}

/** Pixels between an element and what is in view; 0 in view. */
function distanceFromView(element: Element | null): number {
  if (element === null) return Infinity;
  const { top, bottom } = element.getBoundingClientRect();
  return Math.max(0, top - window.innerHeight, -bottom);
}

/** Charts that wait to be drawn. */
export class Turns {
  readonly #waiting = new Set<Turn>();
  #isDrawing = false;

  /** Draws in a task of its own, what is in view or nearest to it first. Gives back how to wait no longer. */
  wait(place: Element | null, draw: () => void): () => void {
    const turn = { place, draw };
    this.#waiting.add(turn);
    if (!this.#isDrawing) {
      this.#isDrawing = true;
      setTimeout(() => this.#drawNext());
    }
    return () => this.#waiting.delete(turn);
  }

  #drawNext(): void {
    const distance = new Map([...this.#waiting].map((turn) => [turn, distanceFromView(turn.place)]));
    const [next] = [...this.#waiting].sort((a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0));
    this.#isDrawing = next !== undefined;
    if (next === undefined) return;
    this.#waiting.delete(next);
    setTimeout(() => this.#drawNext());
    flushSync(next.draw);
  }
}

const TurnsContext = createContext<Turns | null>(null);

/** Has each chart in it drawn in a task of its own, so that input is served between two charts. */
export function ChartTurns({ children }: { readonly children: ReactNode }) {
  const [turns] = useState(() => new Turns());
  return <TurnsContext value={turns}>{children}</TurnsContext>;
}

/** False until it is this chart's turn to be drawn, true ever after; outside of `ChartTurns` it always is. */
export function useTurn(place: RefObject<Element | null>): boolean {
  const turns = useContext(TurnsContext);
  const [hasTurn, setHasTurn] = useState(turns === null);
  useLayoutEffect(() => turns?.wait(place.current, () => setHasTurn(true)), [turns, place]);
  return hasTurn;
}
