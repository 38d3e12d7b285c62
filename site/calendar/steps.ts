/** What happens to a notice on a day, in the order in which a day tells it. */
export const steps = [
  'one-day',
  'opens',
  'closes',
  'goes-on',
  'competition',
  'winners-and-score',
  'winners',
  'score',
  'contract',
] as const;
export type Step = (typeof steps)[number];

/** How a step is called above its notices, and in a square of the month; what its colour repeats. */
export const stepWords: Record<
  Step,
  { words: string; short: string; tone: 'opens' | 'closes' | 'goes-on' | 'results' | 'winners' | 'contract' }
> = {
  'one-day': { words: '하루 접수', short: '하루', tone: 'opens' },
  opens: { words: '접수 시작', short: '시작', tone: 'opens' },
  closes: { words: '접수 마감', short: '마감', tone: 'closes' },
  'goes-on': { words: '접수', short: '접수', tone: 'goes-on' },
  competition: { words: '경쟁률 공개', short: '경쟁률', tone: 'results' },
  'winners-and-score': { words: '당첨자 발표, 가점 공개', short: '발표', tone: 'winners' },
  winners: { words: '당첨자 발표', short: '발표', tone: 'winners' },
  score: { words: '당첨 가점 공개', short: '가점', tone: 'results' },
  contract: { words: '계약 시작', short: '계약', tone: 'contract' },
};
