import { enLater } from './enLater.ts';
import { addEnglish } from './translate.ts';

/** Imported for this effect, together with the first screen or panel that is not part of the first view. */
addEnglish(enLater);
