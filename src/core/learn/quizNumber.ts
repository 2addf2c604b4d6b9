/** The number of the quiz that a file begins with; it is the seed of its questions. */
export const FIRST_QUIZ = 1;
/** Quizzes are counted up to here, and then from the first again. */
export const LAST_QUIZ = 9999;
