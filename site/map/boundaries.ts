import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { regions, type Sido } from '../../content/regions.ts';
import type { Outline, Topology } from './topology.ts';

/** Outlines of 시군구 and whose they are. A shape that has since been divided belongs to several. */
export type Boundaries = {
  topology: Topology;
  shapes: { codes: string[]; geometry: Outline }[];
  source: string;
};

/** What KOSTAT numbers the 시도 with, and we do otherwise. */
const kostat: Record<string, string> = {
  21: '26',
  22: '27',
  23: '28',
  24: '29',
  25: '30',
  26: '31',
  29: '36',
  31: '41',
  32: '51',
  33: '43',
  34: '44',
  35: '52',
  36: '46',
  37: '47',
  38: '48',
  39: '50',
};

const usualSource = '경계: 통계청 통계지리정보서비스(SGIS), 공공누리 제1유형';

const schema = z.object({
  type: z.literal('Topology'),
  arcs: z.array(z.array(z.array(z.number()))),
  objects: z.record(
    z.string(),
    z.object({ type: z.literal('GeometryCollection'), geometries: z.array(z.looseObject({})) }),
  ),
  transform: z.object({ scale: z.array(z.number()), translate: z.array(z.number()) }).optional(),
  attribution: z.string().optional(),
});

/**
 * Reads a TopoJSON of 시군구 in degrees. Its one collection has a geometry a 시군구 or 일반구, each with the properties `name`
 * (수원시장안구) and `code`, KOSTAT's, of which the first two digits say the 시도. Names of before are found through the aliases
 * of content/regions.ts. A file that carries `attribution` is named so, others as KOSTAT's.
 * @throws a sentence when the file is something else.
 */
export function readBoundaries(file: string): Boundaries {
  const read = schema.safeParse(parse(file));
  if (!read.success)
    throw new Error(`The setting MAP_BOUNDARIES names ${file}, which is no TopoJSON with a collection of 시군구.`);
  const topology = read.data as unknown as Topology;
  const shapes = Object.values(topology.objects).flatMap((object) =>
    object.type !== 'GeometryCollection'
      ? []
      : object.geometries.flatMap((geometry) =>
          geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
            ? [{ codes: codesOf((geometry.properties ?? {}) as Properties), geometry: geometry as Outline }]
            : [],
        ),
  );
  if (!shapes.some(({ codes }) => codes.length > 0))
    throw new Error(`The setting MAP_BOUNDARIES names ${file}, in which no 시군구 has a code and name that are known.`);
  return { topology, shapes, source: read.data.attribution ?? usualSource };
}

type Properties = { code?: string; name?: string };

function codesOf({ code = '', name = '' }: Properties) {
  const own = regions.find((sido) => sido.code === (kostat[code.slice(0, 2)] ?? code.slice(0, 2)));
  if (!own) return [];
  const moved = regions.flatMap((sido) => named(sido, `${own.name} ${name}`));
  return moved.length > 0 ? moved : named(own, name);
}

/** The 시군구 that is called so, or one of whose 일반구 is; else those that were. */
function named({ sigungu }: Sido, name: string) {
  const now = sigungu.filter((unit) =>
    [unit.name, ...(unit.wards ?? []).map((ward) => unit.name + ward)].includes(name),
  );
  return (now.length > 0 ? now : sigungu.filter(({ aliases = [] }) => aliases.includes(name))).map(({ code }) => code);
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
