import type { StateCreator } from 'zustand/vanilla';
import { FIRST_QUIZ, LAST_QUIZ } from '../core/learn/quizNumber.ts';
import type { LearnSlice } from './learnState.ts';
import { selectEvaluation, selectPayoff, selectThreshold } from './selectors.ts';
import type { TunerState } from './tunerState.ts';

/** A quiz of which nothing is answered yet. */
export const freshQuiz = (
  quizSeed = FIRST_QUIZ,
): Pick<LearnSlice, 'quizSeed' | 'quizSubject' | 'quizAnswers' | 'quizPlace'> => ({
  quizSeed,
  quizSubject: null,
  quizAnswers: [],
  quizPlace: 0,
});

export const createLearnSlice = (): StateCreator<TunerState, [], [], LearnSlice> => (set, get) => {
  const begin = (quizSeed: number) => {
    const state = get();
    const evaluation = selectEvaluation(state);
    if (evaluation === null) return;
    const quizSubject = {
      evaluation,
      threshold: selectThreshold(state),
      rule: state.decision.rule,
      payoff: selectPayoff(state),
    };
    set({ ...freshQuiz(quizSeed), quizSubject });
  };
  return {
    ...freshQuiz(),
    iconQuestion: 'flagged',
    setIconQuestion: (iconQuestion) => set({ iconQuestion }),
    beginQuiz: () => begin(get().quizSeed),
    renewQuiz: () => begin(get().quizSeed >= LAST_QUIZ ? FIRST_QUIZ : get().quizSeed + 1),
    answerQuiz: (place) => {
      const { quizAnswers, quizPlace } = get();
      if (quizAnswers.length === quizPlace) set({ quizAnswers: [...quizAnswers, place] });
    },
    tourPlace: null,
    tourFrom: null,
    isBackFromTour: false,
    startTour: () => set(({ view }) => ({ view: 'tune', tourPlace: 0, tourFrom: view })),
    goOnTour: (tourPlace) => set({ tourPlace }),
    endTour: () =>
      set(({ view, tourFrom }) => {
        // Whoever went elsewhere meanwhile stays there.
        const isBack = view === 'tune' && tourFrom !== null && tourFrom !== 'tune';
        return { tourPlace: null, tourFrom: null, view: isBack ? tourFrom : view, isBackFromTour: isBack };
      }),
    arriveFromTour: () => set({ isBackFromTour: false }),
    goOnWithQuiz: () => {
      const { quizAnswers, quizPlace } = get();
      if (quizAnswers.length > quizPlace) set({ quizPlace: quizPlace + 1 });
    },
  };
};
