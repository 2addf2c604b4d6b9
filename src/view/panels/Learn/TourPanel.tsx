import { lesson } from '../../../i18n/lesson.ts';
import { useActions } from '../../../state/useTuner.ts';

/** The offer of a tour, and nothing more than an offer. */
export function TourPanel() {
  const { startTour } = useActions();
  return (
    <section className="panel learnOffer" aria-labelledby="tour-title">
      <h2 id="tour-title">{lesson('tour.title')}</h2>
      <p>{lesson('tour.offer')}</p>
      <button type="button" className="button" onClick={startTour}>
        {lesson('tour.start')}
      </button>
    </section>
  );
}
