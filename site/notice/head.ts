import { kindNames } from '../../db/kinds.ts';
import type { Notice } from '../../db/catalog/schema.ts';
import type { Crumb } from '../words/crumbs.ts';
import { onDay, type When } from '../words/days.ts';
import { placeLinks } from '../words/places.ts';
import type { Badge } from '../words/states.ts';
import { webLink } from '../words/web-link.ts';
import { closingBadge, receiptBadge } from './state-badge.ts';

/** What stands above the facts of a notice and of its results. */
export type NoticeHead = {
  badges: Badge[];
  kind: string;
  address: string | null;
  /** Said where `trail` cannot lead to the list of its 시군구. */
  placeNote: string | null;
  announced: When;
  trail: Crumb[];
  /** The notice on 청약홈. */
  official: string | null;
};

export function headOf(notice: Notice, asOf: Date): NoticeHead {
  return {
    badges: [receiptBadge(notice, asOf), closingBadge(notice, asOf)],
    kind: kindNames[notice.kind],
    address: notice.address,
    placeNote: notice.sigungu ? null : '시군구를 확인하지 못했습니다',
    announced: onDay(notice.announcedOn),
    trail: [{ href: '/notices/', words: '공고' }, ...placeLinks(notice)],
    official: webLink(notice.noticeUrl)?.href ?? null,
  };
}
