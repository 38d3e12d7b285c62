import { readSettings } from '../../db/settings.ts';

/** The settings of the map, as the command that builds got them. */
export const mapSettings = readSettings();
