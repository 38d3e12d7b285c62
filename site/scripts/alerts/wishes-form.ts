import { mostNotices, type Wishes } from '../../../db/alert-pages.ts';

/** What is chosen in the form, as the notifier takes it. Blanks and commas part the numbers of notices. */
export function readWishes(form: HTMLFormElement): Wishes {
  const data = new FormData(form);
  const all = (name: string) => data.getAll(name).map(String);
  const hour = (name: string) => Number(data.get(name));
  return {
    places: all('place'),
    kinds: all('kind') as Wishes['kinds'],
    notices: [...new Set(all('notices').flatMap((text) => text.match(/[^\s,]+/g) ?? []))],
    moments: all('moment') as Wishes['moments'],
    digestAt: data.get('delivery') === 'digest' ? hour('digestAt') : null,
    quiet: data.has('quiet') ? { from: hour('quietFrom'), to: hour('quietTo') } : null,
  };
}

/** What is missing or too much before anything could be told, in words, and the field that it is said at; null where nothing is. */
export function missingIn({ places, kinds, notices, moments }: Wishes): { name: string; words: string } | null {
  if (!notices.every((notice) => /^\d{10}$/.test(notice)))
    return { name: 'notices', words: '공고 번호는 숫자 열 자리로 적어 주세요.' };
  if (notices.length > mostNotices)
    return {
      name: 'notices',
      words: `공고 번호는 ${mostNotices}개까지 적을 수 있습니다. 지금은 ${notices.length}개입니다.`,
    };
  if (places.length === 0 && notices.length === 0)
    return { name: 'place', words: '지역을 고르거나 공고 번호를 적어 주세요.' };
  if (notices.length === 0 && kinds.length === 0) return { name: 'kind', words: '공급 유형을 하나 이상 골라 주세요.' };
  return moments.length === 0 ? { name: 'moment', words: '알릴 때를 하나 이상 골라 주세요.' } : null;
}

/** Shows wishes that were made before, and opens what they lie in. */
export function fillWishes(form: HTMLFormElement, { places, kinds, notices, moments, digestAt, quiet }: Wishes) {
  const check = (name: string, values: string[]) => {
    for (const box of form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`))
      box.checked = values.includes(box.value);
  };
  const set = (name: string, value: string) => {
    form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)!.value = value;
  };
  check('place', places);
  check('kind', kinds);
  check('moment', moments);
  check('delivery', [digestAt === null ? 'now' : 'digest']);
  check('quiet', quiet ? ['yes'] : []);
  set('notices', notices.join(' '));
  if (digestAt !== null) set('digestAt', String(digestAt));
  if (quiet) {
    set('quietFrom', String(quiet.from));
    set('quietTo', String(quiet.to));
  }
  for (const part of form.querySelectorAll('details')) part.open = part.querySelector(':checked') !== null;
}
