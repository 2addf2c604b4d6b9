/** The words in which the file check speaks. */
export type { Finding } from '../core/dataset/finding.ts';
export type { Repair } from '../core/dataset/repair.ts';
