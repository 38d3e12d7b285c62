import type { SpecialSupply } from '../../db/catalog/schema.ts';

/** What the kinds of special supply are called. */
export const categoryNames: Record<Exclude<SpecialSupply['category'], 'all'>, string> = {
  'multi-child': '다자녀',
  newlywed: '신혼부부',
  'first-time': '생애최초',
  newborn: '신생아',
  youth: '청년',
  'elderly-parents': '노부모부양',
  agency: '기관추천',
  'relocated-agency': '이전기관',
};
