import { facts } from '../facts.ts';
import { countsByPlace } from './counts.ts';

/** The counts of this build, asked for once. */
export const siteCounts = countsByPlace(facts.db, facts.asOf);
