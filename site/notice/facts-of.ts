import { kindNames } from '../../db/kinds.ts';
import { lastReceiptDay } from '../../db/catalog/publication.ts';
import { firstReceiptDay } from '../../db/catalog/receipt-state.ts';
import { receiptHours } from '../../db/catalog/receipt-hours.ts';
import type { HouseType, Notice } from '../../db/catalog/schema.ts';
import { pyeong, squareMetres } from '../words/areas.ts';
import { inMonth, onDay, receiptDays } from '../words/days.ts';
import type { Fact } from '../words/facts.ts';
import { grouped, households } from '../words/numbers.ts';
import { phone } from '../words/phone.ts';
import type { Badge } from '../words/states.ts';
import { webLink } from '../words/web-link.ts';
import { exclusiveOf, splitOf } from './house-types.ts';
import { isDoubtful, priceLabel, priceRange } from './prices.ts';
import type { TimelineStep } from './timeline.ts';

/** What most readers came for. Days leave out the year of the announcement. */
export function summaryOf(notice: Notice, types: HouseType[]): Fact[] {
  const year = notice.announcedOn.slice(0, 4);
  const first = firstReceiptDay(notice);
  const prices = priceRange(notice, types);
  const doubtful = types.filter((type) => isDoubtful(notice, type)).length;
  const areas = areaRange(types);
  return [
    {
      name: '공급 규모',
      words: notice.totalSupply === null ? '미정' : households(notice.totalSupply),
      ...noted(splitWords(notice, types)),
    },
    ...(areas ? [{ name: '주택형', words: `${types.length}개`, ...noted(areas) }] : []),
    {
      name: priceLabel(notice),
      words: prices ?? (doubtful > 0 ? '확인 필요' : '미정'),
      ...noted(doubtful > 0 ? `확인이 필요한 금액 ${doubtful}건이 따로 있습니다` : null),
    },
    first
      ? { name: '청약 접수', days: receiptDays(first, lastReceiptDay(notice), year) }
      : { name: '청약 접수', words: '미정' },
    notice.winnersOn
      ? { name: '당첨자 발표', days: [onDay(notice.winnersOn, year)] }
      : { name: '당첨자 발표', words: '미정' },
    notice.moveInMonth
      ? { name: '입주 예정', days: [inMonth(notice.moveInMonth)] }
      : { name: '입주 예정', words: '미정' },
  ];
}

/** The step that a reader has to know of first: the one that lasts, or the next to come. Null when all is over. */
export function nextOf(steps: TimelineStep[]): Next | null {
  const open = steps.find(({ badge }) => badge?.tone === 'open');
  const step =
    open ?? steps.find(({ standing }) => standing === 'now') ?? steps.find(({ standing }) => standing === 'next');
  if (!step) return null;
  const { badge, what, days, sort } = step;
  return {
    badge: badge ?? { words: '다음 일정', tone: 'soon' },
    what,
    days,
    note: sort === 'receipt' ? `${receiptHours.opens}~${receiptHours.closes}` : sort === 'publication' ? '이후' : '',
  };
}

export type Next = Pick<TimelineStep, 'what' | 'days' | 'note'> & { badge: Badge };

function noted(note: string | null) {
  return note === null ? {} : { note };
}

/** Households of a notice by 일반 and 특별, where all of its types tell them. */
function splitWords(notice: Notice, types: HouseType[]) {
  const splits = types.map((type) => splitOf(notice, type));
  if (splits.length === 0 || splits.some((split) => split === null)) return null;
  const sum = (side: 'general' | 'special') => grouped(splits.reduce((total, split) => total + split![side], 0));
  return `일반 ${sum('general')} · 특별 ${sum('special')}`;
}

/** `전용 59.98~84.98㎡ (18.1~25.7평)`, or null where no area is known. */
function areaRange(types: HouseType[]) {
  const areas = types.flatMap((type) => exclusiveOf(type) ?? []).sort((a, b) => a - b);
  if (areas.length === 0) return null;
  const [lowest, highest] = [areas[0]!, areas.at(-1)!];
  const range = (words: (area: number) => string) =>
    words(lowest) === words(highest) ? words(highest) : `${words(lowest).replace(/[^\d.]+$/, '')}~${words(highest)}`;
  return `전용 ${range(squareMetres)} (${range(pyeong)})`;
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
