import { kindNames } from '../../db/catalog/kinds.ts';
import { lastReceiptDay } from '../../db/catalog/publication.ts';
import { firstReceiptDay } from '../../db/catalog/receipt-state.ts';
import type { HouseType, Notice } from '../../db/catalog/schema.ts';
import { inMonth, onDay, receiptDays } from '../words/days.ts';
import type { Fact } from '../words/facts.ts';
import { households } from '../words/numbers.ts';
import { phone } from '../words/phone.ts';
import { webLink } from '../words/web-link.ts';
import { isDoubtful, priceLabel, priceRange } from './prices.ts';

/** What most readers came for, in five facts. Days leave out the year of the announcement. */
export function summaryOf(notice: Notice, types: HouseType[]): Fact[] {
  const year = notice.announcedOn.slice(0, 4);
  const first = firstReceiptDay(notice);
  const prices = priceRange(notice, types);
  const doubtful = types.filter((type) => isDoubtful(notice, type)).length;
  return [
    { name: '공급 규모', words: notice.totalSupply === null ? '미정' : households(notice.totalSupply) },
    first
      ? { name: '청약 접수', days: receiptDays(first, lastReceiptDay(notice), year) }
      : { name: '청약 접수', words: '미정' },
    notice.winnersOn
      ? { name: '당첨자 발표', days: [onDay(notice.winnersOn, year)] }
      : { name: '당첨자 발표', words: '미정' },
    notice.moveInMonth
      ? { name: '입주 예정', days: [inMonth(notice.moveInMonth)] }
      : { name: '입주 예정', words: '미정' },
    {
      name: priceLabel(notice),
      words: prices ?? (doubtful > 0 ? '확인 필요' : '미정'),
      ...(doubtful > 0 && { note: `확인이 필요한 금액 ${doubtful}건이 따로 있습니다` }),
    },
  ];
}

/** Who builds and sells, where to ask, what the notice is filed under. */
export function particularsOf(notice: Notice): Fact[] {
  const call = notice.phone ? phone(notice.phone) : null;
  const homepage = webLink(notice.homepage);
  const named = (name: string, words: string | null): Fact[] => (words ? [{ name, words }] : []);
  return [
    ...named('공급 유형', typeWords(notice)),
    ...named('사업주체', notice.developer),
    ...named('시공사', notice.builder),
    ...(call
      ? [{ name: '문의처', words: call.words, ...(call.href && { link: { href: call.href, outside: false } }) }]
      : []),
    ...(homepage
      ? [{ name: '홈페이지', words: homepage.words, link: { href: homepage.href, outside: true } }]
      : named('홈페이지', notice.homepage)),
    ...named('모집공고 신문', notice.newspaper),
    { name: '주택관리번호', words: notice.id },
  ];
}

/** What kind of home is offered, as finely as the official data says. */
function typeWords({ kind, houseName, detailName, rentName }: Notice) {
  if (kind === 'officetel') return detailName ?? kindNames[kind];
  if (kind !== 'apt') return houseName ?? kindNames[kind];
  const words = [houseName === 'APT' ? kindNames[kind] : houseName, detailName, rentName];
  return words.filter((word) => word !== null).join(' · ');
}
