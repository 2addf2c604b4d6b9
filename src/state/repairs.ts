/** The words in which the file check speaks. */
export type { Finding } from '../core/roles/finding.ts';
export type { Repair } from '../core/roles/repair.ts';
