import type { PublicationOrder } from '../../../db/publications/order.ts';

type About = { noticeId: string } | { closingOn: string };

const account = { by: '김등대', because: '접속 폭주', orderedAt: '2026-11-24T10:00:00+09:00' };

export const hold = (about: About): PublicationOrder => ({ action: 'hold', ...about, ...account });
export const resume = (about: About): PublicationOrder => ({ action: 'resume', ...about, ...account });
export const move = (about: About, to: string, results: 'competition' | 'score' = 'competition'): PublicationOrder => ({
  action: 'move',
  to,
  results,
  ...about,
  ...account,
});
export const extend = (about: About, until: string): PublicationOrder => ({
  action: 'extend',
  until,
  ...about,
  ...account,
});
