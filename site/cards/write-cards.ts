import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../../db/catalog/open.ts';
import { readManifest } from '../release/manifest.ts';
import { digestOf } from '../release/seal-file.ts';
import { cardsOf, type Drawing } from './cards.ts';
import { draw, inputDigest } from './draw.ts';
import { drawnFrom } from './png.ts';

export type CardOptions = {
  db: Facts;
  /** Folder of the finished site, which gets `cards/`. */
  client: string;
  asOf: Date;
  /** Folder of a release whose pictures are taken over where they were drawn from the same; null to draw all. */
  earlier: string | null;
  signal?: AbortSignal | undefined;
};

/** While one picture is drawn the one before is packed. */
const atOnce = 2;

/** Writes the pictures for shared links. @returns how many had to be drawn. */
export async function writeCards({ db, client, asOf, earlier, signal }: CardOptions) {
  mkdirSync(join(client, 'cards'), { recursive: true });
  const kept = earlier === null ? () => null : keptIn(earlier);
  const left = cardsOf(db, asOf);
  let drawn = 0;
  const work = async () => {
    for (let card = left.shift(); card; card = left.shift()) {
      signal?.throwIfAborted();
      const same = kept(card);
      if (!same) drawn += 1;
      writeFileSync(join(client, card.path), same ?? (await draw(card.svg)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return drawn;
}

/** Finds the picture of an earlier release that was drawn from the same, and is whole. */
function keptIn(earlier: string) {
  const { files } = readManifest(earlier);
  return ({ path, svg }: Drawing) => {
    const file = files[path.slice(1)];
    if (!file) return null;
    try {
      const png = readFileSync(join(earlier, 'client', path));
      return drawnFrom(png) === inputDigest(svg) && digestOf(png) === file.sha256 ? png : null;
    } catch {
      return null; // The release is being cleared away, or is damaged: the picture is drawn.
    }
  };
}
