import { useEffect, useRef } from 'react';
import { translate } from '../../../i18n/translate.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';

/** The offer of a tour, and nothing more than an offer. */
export function TourPanel() {
  const { startTour, arriveFromTour } = useActions();
  const isBack = useTuner((state) => state.isBackFromTour);
  const start = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isBack) return;
    start.current?.focus();
    arriveFromTour();
  }, [isBack, arriveFromTour]);
  return (
    <section className="panel learnOffer" aria-labelledby="tour-title">
      <h2 id="tour-title">{translate('tour.title')}</h2>
      <p>{translate('tour.offer')}</p>
      <button type="button" className="button" ref={start} onClick={startTour}>
        {translate('tour.start')}
      </button>
    </section>
  );
}
