import { newestCorrections } from '../../db/catalog/newest-corrections.ts';
import type { Facts } from '../../db/catalog/open.ts';
import { correctionDays, type CorrectionDay } from '../notice/correction-lines.ts';
import { shortItem, type ShortItem } from './short-item.ts';

/** What changed in one notice on one day. */
export type CorrectedNotice = ShortItem & CorrectionDay;

/** The newest corrected facts, those of one notice and day together, the newest first. */
export function correctedNotices(db: Facts, limit: number): CorrectedNotice[] {
  const notices = Map.groupBy(
    newestCorrections(db, limit),
    ({ correction, notice }) => `${correction.seenAt} ${notice.id}`,
  );
  return [...notices.values()].flatMap((ofNotice) =>
    correctionDays(ofNotice).map((day) => ({ ...shortItem('notices', ofNotice[0]!.notice), ...day })),
  );
}
