import type { Offer } from './offer.ts';
import { seeded } from './seeded.ts';
import type { Site } from './site.ts';

/** Who sells, builds, prints and answers. Nobody: no company has such a name, and no telephone rings at area code 000. */
export type Companies = {
  developer: string;
  builder: string | null;
  newspaper: string | null;
  homepage: string | null;
  phone: string;
};

export function companiesOf(ordinal: number, offer: Offer, { redevelopment }: Site): Companies {
  const random = seeded(`${ordinal}/companies`);
  const isPublic = offer === 'public' || offer === 'newlywed-town' || offer === 'rental';
  const several = [random.pick(builders.slice(0, 4)), random.pick(builders.slice(4))].join(', ');
  return {
    developer: redevelopment
      ? `예시${random.whole(1, 12)}구역 주택재개발정비사업조합`
      : random.pick(isPublic ? publicDevelopers : developers),
    builder: random.chance(0.08) ? null : random.chance(0.15) ? several : random.pick(builders),
    // Real rows carry the blank after a newspaper's name.
    newspaper: random.pick(['예시일보 ', '예시일보', '가상경제', '견본신문 ', null]),
    homepage: random.pick([
      null,
      `https://example.com/homes/${ordinal}`,
      `https://example.com/homes/${ordinal}`,
      `http://example.com/homes/${ordinal}/index.do?menu=1`,
      `https://example.com/예시분양/${ordinal}`,
    ]),
    phone: `000000${random.whole(1000, 9999)}`,
  };
}

const developers = [
  '(주)가상주택',
  '예시개발(주)',
  '(주)예시디앤씨',
  '가상도시개발(주)',
  '예시자산신탁(주)',
  '(주)견본산업',
];
const publicDevelopers = ['예시주택공사', '가상도시공사', '예시주택공사 등대지역본부'];
const builders = [
  '예시건설(주)',
  '(주)가상건설',
  '견본종합건설(주)',
  '모형토건(주)',
  '(주)예시종합건설',
  '가상산업(주)',
];
