import { kindNames, kinds } from '../../db/kinds.ts';
import { moments, type Wishes } from '../../db/subscribers/wishes.ts';
import { momentNames } from './moment-names.ts';
import { placeName } from './place-name.ts';

const most = 10;

/** What somebody asked for, line by line, in no word but ours: codes that name nothing are left out, notices are not named. */
export function wishesInWords({ places, kinds: chosen, notices, moments: told, digestAt, quiet }: Wishes) {
  const facts: [name: string, value: string][] = [];
  const names = places.includes('all') ? ['전국'] : places.map(placeName).filter((name) => name !== null);
  if (names.length > 0) {
    const rest = names.length > most ? ' 그리고 그 밖에 고르신 곳' : '';
    facts.push(['지역', names.slice(0, most).join(', ') + rest]);
    const all = kinds.every((kind) => chosen.includes(kind));
    const kindsHere = kinds.filter((kind) => chosen.includes(kind)).map((kind) => kindNames[kind]);
    facts.push(['종류', all ? '모든 종류' : kindsHere.join(', ')]);
  }
  if (notices.length > 0) facts.push(['공고', '직접 고르신 공고']);
  const toldNames = moments.filter((moment) => told.includes(moment)).map((moment) => momentNames[moment]);
  facts.push(['알릴 때', toldNames.join(', ')]);
  facts.push(['받는 방식', digestAt === null ? '소식마다 바로' : `하루에 한 번, ${digestAt}시에 모아서`]);
  if (quiet) facts.push(['조용한 시간', `${quiet.from}시부터 ${quiet.to}시까지`]);
  return facts.filter(([, value]) => value !== '');
}
