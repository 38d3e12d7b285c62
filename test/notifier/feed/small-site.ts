import { onTestFinished } from 'vitest';
import type { FeedEvent, Scheduled } from '../../../db/feeds.ts';
import { openSite } from './open-site.ts';

/** A site without files, for a test. */
export async function smallSite() {
  const site = await openSite();
  onTestFinished(site.close);
  return site;
}

type More<T> = Partial<T> & { noticeId?: string };

/** An event of 등대마을 in 강남구. */
export function news(kind: FeedEvent['kind'], at: string, more: More<FeedEvent> = {}): FeedEvent {
  const noticeId = more.noticeId ?? '2026000001';
  const revision = kind === 'correction' ? (more.revision ?? 1) : undefined;
  return {
    id: `${kind}-${noticeId}${revision ? `-${revision}` : ''}`,
    kind,
    noticeId,
    ...(revision && { revision }),
    at: `${at}:00+09:00`,
    url: `/${kind === 'results' ? 'results' : 'notices'}/${noticeId}/`,
    noticeName: '등대마을 첫째 단지',
    noticeKind: 'apt',
    sido: '11',
    sigungu: '11680',
    ...more,
  };
}

/** The days of 등대마을: receipt from Tuesday to Thursday, winners a week later. */
export function entry(more: More<Scheduled> = {}): Scheduled {
  const noticeId = more.noticeId ?? '2026000001';
  return {
    noticeId,
    kind: 'apt',
    name: '등대마을 첫째 단지',
    sido: '11',
    sigungu: '11680',
    opensOn: '2026-11-24',
    closesOn: '2026-11-26',
    tracks: [],
    winnersOn: '2026-12-02',
    publications: {
      competition: '2026-11-26T19:30:00+09:00',
      specialSupply: '2026-11-26T19:30:00+09:00',
      score: '2026-12-02T09:00:00+09:00',
    },
    url: `/notices/${noticeId}/`,
    revision: 0,
    ...more,
  };
}
