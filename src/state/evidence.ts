/** The words in which the file check shows what its findings rest on. */
export type { Evidence } from '../core/dataset/evidence.ts';
