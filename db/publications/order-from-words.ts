import { isDay, koreanStamp, parseInstant } from '../clock.ts';
import { longest, type PublicationOrder } from './order.ts';

/** What the command was given behind its verb. */
export type Words = { [Word in 'at' | 'results' | 'until' | 'closing-on' | 'by' | 'because']?: string | undefined };

/** Words that one sort of order has, and no other. */
const own = { at: 'move', results: 'move', until: 'extend' } as const;

/** The order that the words of a command say. @throws a sentence that names what is missing, wrong or too much. */
export function orderFromWords(
  action: PublicationOrder['action'],
  notice: string | undefined,
  words: Words,
  now: Date,
): PublicationOrder {
  const strange = (['at', 'results', 'until'] as const).find(
    (word) => words[word] !== undefined && own[word] !== action,
  );
  if (strange) throw new Error(`"${action}" knows no --${strange}. Leave it out.`);
  const about = { ...whom(notice, words['closing-on']), ...account(words), orderedAt: koreanStamp(now) };
  switch (action) {
    case 'move':
      return { action, to: instant('at', words.at), results: results(words.results), ...about };
    case 'extend':
      return { action, until: instant('until', words.until), ...about };
    default:
      return { action, ...about };
  }
}

function whom(notice: string | undefined, closingOn: string | undefined) {
  if ((notice === undefined) === (closingOn === undefined))
    throw new Error('Name one notice by its number, or with --closing-on the day on which receipts end; not both.');
  if (notice !== undefined) {
    if (!/^\d{10}$/.test(notice))
      throw new Error(`"${notice}" is not the number of a notice, which has ten digits: 2026000001.`);
    return { noticeId: notice };
  }
  if (!isDay(closingOn!)) throw new Error(`--closing-on ${closingOn} is no day. Write it as 2026-11-25.`);
  return { closingOn: closingOn! };
}

function account({ by = '', because = '' }: Words) {
  if (by.trim() === '' || because.trim() === '')
    throw new Error(
      'Say who decides and why, with --by WHO --because WHY: both stand in the record and on /status/ for everybody.',
    );
  if (by.length > longest || because.length > longest)
    throw new Error(`Say it shorter: --by and --because have room for ${longest} characters each.`);
  return { by: by.trim(), because: because.trim() };
}

function instant(name: 'at' | 'until', text: string | undefined) {
  if (text === undefined)
    throw new Error(`Say the instant with --${name}, and its offset: --${name} 2026-11-25T21:00:00+09:00.`);
  parseInstant(text);
  return text;
}

function results(text = 'competition') {
  if (text !== 'competition' && text !== 'score')
    throw new Error(`--results ${text} is neither "competition" (special supply goes with it) nor "score".`);
  return text;
}
