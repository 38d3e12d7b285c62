import { regions } from '../../content/regions.ts';
import { hourWords, mostNotices, momentNames, type Moment, type Wishes } from '../../db/alert-pages.ts';
import { kindNames, kinds } from '../../db/kinds.ts';

export type Choice = { value: string; words: string; checked: boolean };
/** A 시도: itself, and what lies in it; nothing does where it is one city. */
type ProvinceChoice = { name: string; whole: Choice; units: Choice[]; open: boolean };

/** The fields of the form with which somebody says what they want to be told of. */
export type WishChoices = {
  everywhere: Choice;
  provinces: ProvinceChoice[];
  kinds: Choice[];
  moments: Choice[];
  notices: string;
  mostNotices: number;
  delivery: Choice[];
  digestHours: Choice[];
  quiet: boolean;
  quietFrom: Choice[];
  quietTo: Choice[];
};

/** What is usual: everything there is to tell, at once, nothing at night. */
const usual = { digestAt: 8, quiet: { from: 22, to: 7 } };

/** The choices as they are for somebody new (null), or as they were made. */
export function choicesOf(wishes: Wishes | null): WishChoices {
  const place = (value: string, words: string) => ({ value, words, checked: wishes?.places.includes(value) ?? false });
  const provinces = regions.map(({ code, name, sigungu }) => {
    const units = sigungu.length > 1 ? sigungu.map((unit) => place(unit.code, unit.name)) : [];
    const whole = place(code, units.length > 0 ? `${name} 전체` : name);
    return { name, whole, units, open: units.some(({ checked }) => checked) || (units.length > 0 && whole.checked) };
  });
  const digestAt = wishes?.digestAt ?? null;
  const quiet = wishes?.quiet ?? usual.quiet;
  return {
    everywhere: place('all', '전국'),
    provinces,
    kinds: kinds.map((value) => ({ value, words: kindNames[value], checked: wishes?.kinds.includes(value) ?? true })),
    moments: Object.entries(momentNames).map(([value, words]) => ({
      value,
      words,
      checked: wishes?.moments.includes(value as Moment) ?? true,
    })),
    notices: wishes?.notices.join(' ') ?? '',
    mostNotices,
    delivery: [
      { value: 'now', words: '소식이 있을 때마다 바로', checked: digestAt === null },
      { value: 'digest', words: '하루에 한 번 모아서', checked: digestAt !== null },
    ],
    digestHours: hours(digestAt ?? usual.digestAt),
    quiet: wishes ? wishes.quiet !== null : true,
    quietFrom: hours(quiet.from),
    quietTo: hours(quiet.to),
  };
}

function hours(chosen: number): Choice[] {
  return Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    words: hourWords(hour),
    checked: hour === chosen,
  }));
}
