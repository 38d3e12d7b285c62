import { kindNames } from '../../db/kinds.ts';
import { momentOf, type AlertEvent } from '../../db/subscribers/alert-event.ts';
import type { Wishes } from '../../db/subscribers/wishes.ts';
import { momentNames } from './moment-names.ts';
import { withParticle } from './particle.ts';
import { placeName } from './place-name.ts';
import { shownName } from './shown-name.ts';

/** Which of somebody's wishes an event met. */
export type Because =
  /** They chose this notice. */
  | { by: 'notice' }
  /** They chose this place, `all` or a code of 행정안전부, and the kind of the notice. */
  | { by: 'place'; place: string }
  /** They were told of this notice before. */
  | { by: 'told' };

/** The narrowest wish that an event meets: the notice itself, then its 시군구, its 시도, everywhere. Null where it meets none. */
export function becauseOf({ kind, noticeId, noticeKind, sido, sigungu }: AlertEvent, wishes: Wishes): Because | null {
  if (!wishes.moments.includes(momentOf(kind))) return null;
  if (wishes.notices.includes(noticeId)) return { by: 'notice' };
  const place = wishes.kinds.includes(noticeKind)
    ? [sigungu, sido, 'all'].find((each) => each !== null && wishes.places.includes(each))
    : undefined;
  return place ? { by: 'place', place } : null;
}

/** 왜 받았나요, one sentence: `서울 강남구 · 아파트 · 접수 시작 알림을 신청하셨습니다.` */
export function whyOf(event: AlertEvent, because: Because) {
  const moment = `${momentNames[event.kind]} 알림을 신청하셨습니다.`;
  if (because.by === 'notice') return `${withParticle(shownName(event.noticeName), '을/를')} 골라 ${moment}`;
  if (because.by === 'told') return '전에 이 공고의 소식을 받으셔서, 달라진 내용도 알려 드립니다.';
  return [placeName(because.place), kindNames[event.noticeKind], moment].filter(Boolean).join(' · ');
}
