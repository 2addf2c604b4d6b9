/** The panels and charts of a screen; a panel that is closed on a narrow screen is its heading. */
const PART = ':is(section, figure):is([aria-labelledby], [aria-label]), .isFolded .foldButton';

/** All that are on screen, in the order in which they are read. */
const parts = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(PART)].filter(
    (part) =>
      part.closest('main') !== null &&
      part.parentElement?.closest(PART) === null &&
      // What is there for paper only has no place on the screen.
      part.getClientRects().length > 0,
  );

function arriveAt(part: HTMLElement): void {
  if (part.tabIndex < 0) {
    // Only for now: a press into a panel must not take the focus from where it is.
    part.tabIndex = -1;
    part.addEventListener('blur', () => part.removeAttribute('tabindex'), { once: true });
  }
  part.focus({ preventScroll: true });
  const isTall = part.getBoundingClientRect().height > window.innerHeight / 2;
  part.scrollIntoView({ block: isTall ? 'start' : 'nearest' });
}

/** Goes to the part after or before the one that has the focus. False where there is none, so that nobody is held on the page. */
export function goToNextPart(direction: 'forward' | 'back'): boolean {
  const from = document.activeElement ?? document.body;
  const way = direction === 'forward' ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const ahead = parts().filter((part) => !part.contains(from) && from.compareDocumentPosition(part) & way);
  const next = ahead.at(direction === 'forward' ? 0 : -1);
  if (next !== undefined) arriveAt(next);
  return next !== undefined;
}

/** Goes to the first part inside a place of the page. */
export function goToPartIn(place: Element): void {
  const part = parts().find((each) => place.contains(each));
  if (part !== undefined) arriveAt(part);
}
