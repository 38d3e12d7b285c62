import { finderOf } from '../../closed/finder-of.ts';

/** Finds values that stand nowhere else, as text and as numerals, in every form that they can have. */
export const canariesIn = finderOf(['CANARY-rate', '9182736', '55667788', '7766554']);
