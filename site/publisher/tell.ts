import type { Published } from '../../db/catalog/publication-record.ts';
import { koreanStamp } from '../../db/clock.ts';
import type { Publisher } from './publisher.ts';

/** Says how a publication went. */
export function tell({ say }: Publisher, at: Date, { way, release, flippedAt, seenAt }: Published) {
  const after = (instant: Date) => `${((instant.getTime() - at.getTime()) / 1000).toFixed(3)} s`;
  const seen = seenAt ? `seen ${after(seenAt)} after it` : 'not seen at the address of the site';
  const how = way === 'sealed' ? 'was sealed' : 'was built after the instant';
  say(
    `Published ${koreanStamp(at)}: release ${release} ${how}, flipped ${after(flippedAt)} after the instant, ${seen}.`,
  );
}
