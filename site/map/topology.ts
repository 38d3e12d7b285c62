import type { mergeArcs } from 'topojson-client';

/** The shapes of TopoJSON, as the package that reads it has them. */
export type Topology = Parameters<typeof mergeArcs>[0];
export type Outline = Extract<Parameters<typeof mergeArcs>[1], unknown[]>[number];
export type Collection = Exclude<Parameters<typeof mergeArcs>[1], unknown[]>;
