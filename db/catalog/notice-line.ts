import { firstDay, lastDay } from './receipt-window.ts';
import { notices } from './schema.ts';

/** What a list says of a notice: name, place, days, and what was ordered of them. */
export const noticeLine = {
  id: notices.id,
  kind: notices.kind,
  name: notices.name,
  sido: notices.sido,
  sigungu: notices.sigungu,
  totalSupply: notices.totalSupply,
  announcedOn: notices.announcedOn,
  receiptBeginsOn: notices.receiptBeginsOn,
  receiptEndsOn: notices.receiptEndsOn,
  specialBeginsOn: notices.specialBeginsOn,
  specialEndsOn: notices.specialEndsOn,
  rank1LocalBeginsOn: notices.rank1LocalBeginsOn,
  rank1LocalEndsOn: notices.rank1LocalEndsOn,
  rank1GyeonggiBeginsOn: notices.rank1GyeonggiBeginsOn,
  rank1GyeonggiEndsOn: notices.rank1GyeonggiEndsOn,
  rank1OtherBeginsOn: notices.rank1OtherBeginsOn,
  rank1OtherEndsOn: notices.rank1OtherEndsOn,
  rank2LocalBeginsOn: notices.rank2LocalBeginsOn,
  rank2LocalEndsOn: notices.rank2LocalEndsOn,
  rank2GyeonggiBeginsOn: notices.rank2GyeonggiBeginsOn,
  rank2GyeonggiEndsOn: notices.rank2GyeonggiEndsOn,
  rank2OtherBeginsOn: notices.rank2OtherBeginsOn,
  rank2OtherEndsOn: notices.rank2OtherEndsOn,
  generalBeginsOn: notices.generalBeginsOn,
  generalEndsOn: notices.generalEndsOn,
  winnersOn: notices.winnersOn,
  held: notices.held,
  competitionMovedTo: notices.competitionMovedTo,
  scoreMovedTo: notices.scoreMovedTo,
  extendedTo: notices.extendedTo,
  firstReceiptDay: firstDay,
  lastReceiptDay: lastDay,
};

export type NoticeLine = Pick<
  typeof notices.$inferSelect,
  Exclude<keyof typeof noticeLine, 'firstReceiptDay' | 'lastReceiptDay'>
> & { firstReceiptDay: string | null; lastReceiptDay: string | null };
