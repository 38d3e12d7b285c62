import { dayAfter } from '../../db/clock.ts';
import type { Offer } from './offer.ts';

export type Span = { from: string; to: string };
/** 해당지역, 기타경기, 기타지역. */
export type Reside = 'local' | 'gyeonggi' | 'other';
type Ranks = Partial<Record<Reside, Span>>;

export type Schedule = {
  receipt: Span;
  special: Span | null;
  general: Span | null;
  rank1: Ranks;
  rank2: Ranks;
  winnersOn: string;
  contract: Span;
};

/** What the days of a notice depend on, besides what it offers. */
type Terms = {
  /** 1순위 takes 해당지역 a day before the others. */
  regulated: boolean;
  /** Who is counted apart. */
  resides: readonly Reside[];
  /** Some of the homes are 특별공급. */
  special: boolean;
  /** A 임대 announced two months ahead, not six weeks. */
  early: boolean;
};

/** The days of a notice, from its announcement on. Counted so that those of a lasting notice are working days. */
export function scheduleOf(offer: Offer, announcedOn: string, terms: Terms): Schedule {
  const on = (days: number) => dayAfter(announcedOn, days);
  const span = (from: number, to = from): Span => ({ from: on(from), to: on(to) });
  const ranks = (local: Span, others = local) =>
    Object.fromEntries(terms.resides.map((reside) => [reside, reside === 'other' ? others : local])) as Ranks;
  const plain = (receipt: Span, winners: number, contract: Span): Schedule => ({
    receipt,
    special: null,
    general: null,
    rank1: {},
    rank2: {},
    winnersOn: on(winners),
    contract,
  });

  switch (offer) {
    case 'private': {
      const last = terms.regulated ? 13 : 12;
      return {
        ...plain(span(10, last), last + 6, span(31, 33)),
        special: span(10),
        rank1: ranks(span(11), span(last - 1)),
        rank2: ranks(span(last)),
      };
    }
    case 'public':
      return { ...plain(span(12, 16), 35, span(96, 99)), rank1: ranks(span(12, 13)), rank2: ranks(span(14, 16)) };
    case 'newlywed-town':
      return { ...plain(span(12, 13), 20, span(103, 104)), rank1: ranks(span(12)), rank2: ranks(span(13)) };
    case 'rental': {
      const first = terms.early ? 54 : 40;
      return {
        ...plain(span(first, first + 3), first + 50, span(first + 63, first + 65)),
        rank1: ranks(span(first, first + 1)),
        rank2: ranks(span(first + 2, first + 3)),
      };
    }
    case 'remainder':
      return { ...plain(span(6), 9, span(16)), general: span(6) };
    case 'resupply':
      return {
        ...plain(terms.special ? span(13, 14) : span(14), 21, span(30)),
        special: terms.special ? span(13) : null,
        general: span(14),
      };
    case 'optional':
      return plain(span(2, 10), 15, span(16, 17));
    case 'officetel':
      return plain(span(6, 7), 9, span(10));
    case 'public-rent':
      return plain(span(6, 7), 10, span(13, 14));
  }
}
