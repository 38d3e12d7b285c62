import { hourWords, momentNames, type Wishes } from '../../db/alert-pages.ts';
import { kindNames, kinds } from '../../db/kinds.ts';
import type { Fact } from '../words/facts.ts';
import { placeWords } from '../words/places.ts';

/** What somebody wants to be told of, line by line. */
export function wishFacts({ places, kinds: those, notices, moments, digestAt, quiet }: Wishes): Fact[] {
  const allKinds = those.length === kinds.length;
  return [
    ...(places.length > 0 ? [{ name: '지역', words: places.map(placeName).join(', ') }] : []),
    ...(places.length > 0
      ? [{ name: '공급 유형', words: allKinds ? '모든 유형' : those.map((kind) => kindNames[kind]).join(', ') }]
      : []),
    ...(notices.length > 0 ? [{ name: '공고', words: notices.join(', '), note: '공고 번호입니다.' }] : []),
    { name: '알릴 때', words: moments.map((moment) => momentNames[moment]).join(', ') },
    {
      name: '보내는 방식',
      words: digestAt === null ? '소식이 있을 때마다 바로' : `하루에 한 번, ${hourWords(digestAt)}에 모아서`,
    },
    ...(quiet ? [{ name: '조용한 시간', words: `${hourWords(quiet.from)}부터 ${hourWords(quiet.to)}까지` }] : []),
  ];
}

function placeName(code: string) {
  if (code === 'all') return '전국';
  return code.length === 2
    ? placeWords({ sido: code, sigungu: null })
    : placeWords({ sido: code.slice(0, 2), sigungu: code });
}
