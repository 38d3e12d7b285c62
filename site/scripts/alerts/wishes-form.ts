import type { Wishes } from '../../../db/alert-pages.ts';

/** What is chosen in the form, as the notifier takes it. Blanks and commas part the numbers of notices. */
export function readWishes(form: HTMLFormElement): Wishes {
  const data = new FormData(form);
  const all = (name: string) => data.getAll(name).map(String);
  const hour = (name: string) => Number(data.get(name));
  return {
    places: all('place'),
    kinds: all('kind') as Wishes['kinds'],
    notices: all('notices').flatMap((text) => text.match(/[^\s,]+/g) ?? []),
    moments: all('moment') as Wishes['moments'],
    digestAt: data.get('delivery') === 'digest' ? hour('digestAt') : null,
    quiet: data.has('quiet') ? { from: hour('quietFrom'), to: hour('quietTo') } : null,
  };
}

/** What is missing before anything could be told, in words; empty where nothing is. */
export function missingIn({ places, kinds, notices, moments }: Wishes) {
  if (!notices.every((notice) => /^\d{10}$/.test(notice))) return '공고 번호는 숫자 열 자리로 적어 주세요.';
  if (places.length === 0 && notices.length === 0) return '위쪽에서 지역을 고르거나 공고 번호를 적어 주세요.';
  if (notices.length === 0 && kinds.length === 0) return '공급 유형을 하나 이상 골라 주세요.';
  return moments.length === 0 ? '알릴 때를 하나 이상 골라 주세요.' : '';
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
