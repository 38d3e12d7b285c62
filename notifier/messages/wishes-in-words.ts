import { hourWords, momentNames } from '../../db/alert-pages.ts';
import { kindNames, kinds } from '../../db/kinds.ts';
import { moments, type Wishes } from '../../db/subscribers/wishes.ts';
import { placeName } from './place-name.ts';

const most = 10;
const now = '소식이 있을 때마다 바로';

/** What somebody asked for, line by line, in the words of the form and in no other: codes that name nothing are left out, notices are not named. */
export function wishesInWords({ places, kinds: chosen, notices, moments: told, digestAt, quiet }: Wishes) {
  const facts: [name: string, value: string][] = [];
  const names = places.includes('all') ? ['전국'] : places.map(placeName).filter((name) => name !== null);
  if (names.length > 0) {
    const rest = names.length > most ? ' 그리고 그 밖에 고르신 곳' : '';
    facts.push(['지역', names.slice(0, most).join(', ') + rest]);
    const all = kinds.every((kind) => chosen.includes(kind));
    const kindsHere = kinds.filter((kind) => chosen.includes(kind)).map((kind) => kindNames[kind]);
    facts.push(['공급 유형', all ? '모든 유형' : kindsHere.join(', ')]);
  }
  if (notices.length > 0) facts.push(['공고', '직접 고르신 공고']);
  const toldNames = moments.filter((moment) => told.includes(moment)).map((moment) => momentNames[moment]);
  facts.push(['알릴 때', toldNames.join(', ')]);
  facts.push(['보내는 방식', digestAt === null ? now : `하루에 한 번, ${hourWords(digestAt)}에 모아서`]);
  if (quiet) facts.push(['조용한 시간', `${hourWords(quiet.from)}부터 ${hourWords(quiet.to)}까지`]);
  return facts.filter(([, value]) => value !== '');
}
