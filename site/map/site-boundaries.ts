import { readBoundaries } from './boundaries.ts';
import { mapSettings } from './settings.ts';

/** The outlines that an operator has set, read once a build; null where the maps are of tiles. */
export const boundaries = mapSettings.MAP_BOUNDARIES ? readBoundaries(mapSettings.MAP_BOUNDARIES) : null;
