import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { translate } from '../../i18n/translate.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import './Tour.css';

/** The places in the order in which they depend on each other, each by what is drawn there. */
const PLACES = [
  ['rail', '.tune > .railBody'],
  ['decision', '.tune > .decision'],
  ['sentence', '.sentencePanel'],
  ['goals', '.rulesPanel'],
  ['matrix', '.confusionPanel'],
  ['figures', '.keyPanel'],
  ['curves', '.tuneCharts'],
  ['export', '.barActions'],
] as const;

/** Room around the place, and between it and what sticks to the top. */
const MARGIN = 6;
const AIR = 14;

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function frameOf(element: Element | null): Frame | null {
  const box = element?.getBoundingClientRect();
  if (box === undefined || box.width === 0) return null;
  const left = Math.max(2, box.left - MARGIN);
  const right = Math.min(window.innerWidth - 2, box.right + MARGIN);
  return { left, top: box.top - MARGIN, width: right - left, height: box.height + 2 * MARGIN };
}

/** How much of the window's top is covered by the rail, where that sticks. */
function coveredTop(selector: string): number {
  const rail = document.querySelector('.tune > .railBody');
  if (rail === null || rail.matches(selector) || getComputedStyle(rail).position !== 'sticky') return 0;
  return rail.getBoundingClientRect().height;
}

/** Brings a place into the upper part of the window, and tells where it is while the page moves. */
function useFrame(selector: string): Frame | null {
  const [frame, setFrame] = useState<Frame | null>(null);
  useLayoutEffect(() => {
    const element = document.querySelector(selector);
    // What sticks to the top is always there: its own place is where what it stands in begins.
    const isStuck = element !== null && getComputedStyle(element).position === 'sticky';
    const box = (isStuck ? element.parentElement : element)?.getBoundingClientRect();
    if (box !== undefined)
      window.scrollTo({ top: window.scrollY + box.top - coveredTop(selector) - AIR, behavior: 'instant' });
    const follow = () => setFrame(frameOf(element));
    follow();
    const resized = new ResizeObserver(follow);
    resized.observe(document.body);
    window.addEventListener('scroll', follow, { passive: true });
    window.addEventListener('resize', follow);
    return () => {
      resized.disconnect();
      window.removeEventListener('scroll', follow);
      window.removeEventListener('resize', follow);
    };
  }, [selector]);
  return frame;
}

/** Escape ends the tour wherever the focus is; what is open above it closes first. */
function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('dialog[open], .menu, .termCard') === null) onEscape();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onEscape]);
}

function useHeadingFocus(place: number): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each place has words of its own
  useEffect(() => heading.current?.focus({ preventScroll: true }), [place]);
  return heading;
}

/** Points at the places of Tune, one after another, each in two sentences; the page can be used meanwhile. */
export function Tour() {
  const place = Math.min(useTuner((state) => state.tourPlace) ?? 0, PLACES.length - 1);
  const { goOnTour, endTour } = useActions();
  const [name, selector] = PLACES[place];
  const frame = useFrame(selector);
  const heading = useHeadingFocus(place);
  const id = useId();
  const isLast = place === PLACES.length - 1;
  const end = () => {
    endTour();
    // What was pressed is gone, and so is what stood there when the tour began.
    document.querySelector<HTMLElement>('.tab[aria-current="page"]')?.focus();
  };
  useEscape(end);
  return (
    <>
      {frame !== null && <div className="tourFrame" style={{ ...frame }} aria-hidden="true" />}
      <section className="tour" role="dialog" aria-labelledby={id}>
        <p className="hint">{translate('tour.place', { place: place + 1, count: PLACES.length })}</p>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {translate(`tour.${name}.title`)}
        </h2>
        <p>{translate(`tour.${name}.text`)}</p>
        <div className="tourSteps">
          {!isLast && (
            <button type="button" className="linkButton tourEnd" onClick={end}>
              {translate('tour.end')}
            </button>
          )}
          {place > 0 && (
            <button type="button" className="button" onClick={() => goOnTour(place - 1)}>
              {translate('tour.back')}
            </button>
          )}
          <button type="button" className="button buttonStrong" onClick={() => (isLast ? end() : goOnTour(place + 1))}>
            {translate(isLast ? 'tour.finish' : 'tour.next')}
          </button>
        </div>
      </section>
    </>
  );
}
