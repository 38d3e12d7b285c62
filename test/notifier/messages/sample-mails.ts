import { createHash } from 'node:crypto';
import { fixedClock } from '../../../db/clock.ts';
import { linksOf } from '../../../notifier/messages/links.ts';
import { alertMail } from '../../../notifier/messages/mail/alert-mail.ts';
import { confirmationMail } from '../../../notifier/messages/mail/confirmation-mail.ts';
import { goodbyeMail } from '../../../notifier/messages/mail/goodbye-mail.ts';
import type { Mail } from '../../../notifier/messages/mail/mail.ts';
import { manageMail } from '../../../notifier/messages/mail/manage-mail.ts';
import { testMessage } from '../../../notifier/messages/test-message.ts';
import { tokensOf } from '../../../notifier/tokens.ts';
import { message } from './given.ts';

/** One of each mail, as an invented reader gets it on 23 November 2026. */
export function sampleMails(): Record<string, Mail> {
  const now = new Date('2026-11-23T08:00:00+09:00');
  const links = linksOf(
    'https://lighthouse.example.kr',
    tokensOf(createHash('sha256').update('sample').digest(), fixedClock(now)),
  );
  const ending = { ...links, unsubscribe: links.unsubscribe(1, 1) };
  const news = [
    message({ kind: 'closes-today', id: '1' }),
    message({ kind: 'opens-tomorrow', id: '2', noticeName: '해돋이마을 공공분양 A2블록', sido: '26', sigungu: null }),
    message({
      kind: 'correction',
      id: '3',
      noticeName: '물결 오피스텔',
      noticeKind: 'officetel',
      sido: '28',
      sigungu: null,
    }),
  ];
  return {
    alert: alertMail([message({ kind: 'opens-today' })], now, links, ending),
    'alert-long': alertMail(
      [message({ kind: 'results', noticeName: '아주긴이름의단지'.repeat(8) })],
      now,
      links,
      ending,
    ),
    digest: alertMail(news, now, links, ending),
    test: alertMail([testMessage(now)], now, links, ending),
    confirmation: confirmationMail(
      links.confirm(1, 1),
      {
        places: ['11680', '11650', '26', '36110'],
        kinds: ['apt', 'remainder'],
        notices: ['2026000001'],
        moments: ['opens-today', 'closes-today', 'results'],
        digestAt: 8,
        quiet: { from: 22, to: 7 },
      },
      ending,
    ),
    manage: manageMail('asked', links.manage(1, 1), ending),
    already: manageMail('already', links.manage(1, 1), ending),
    goodbye: goodbyeMail(links.subscribe, ending),
  };
}
