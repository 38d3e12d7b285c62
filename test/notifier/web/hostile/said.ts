import type { Refusal } from '../../../../db/alert-pages.ts';
import { refusals } from '../../../../site/alerts/refusals.ts';

/** What came of a request, by what its answer says: a refusal, or one of the ways in which nothing is wrong. */
export type Said =
  | Refusal
  /** Of a subscription: where it leads, or its keys. */
  | 'no such service'
  | 'no such keys'
  /** A page without a refusal. */
  | 'shown'
  /** Data without a refusal. */
  | 'done'
  /** A browser is sent on: the form was taken. */
  | 'taken'
  | 'cut';

/** Reads an answer as it came over the wire. What it says and its status have to fit. */
export function saidIn(answer: Buffer): { status: number; said: Said; text: string } {
  const text = answer.toString();
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
  const body = text.slice(text.indexOf('\r\n\r\n') + 4);
  return { status, said: wordOf(status, body), text };
}

function wordOf(status: number, body: string): Said {
  if (status === 0) return 'cut';
  if (status === 303) return 'taken';
  const title = /<h1[^>]*>([^<]+)<\/h1>/.exec(body)?.[1];
  if (title !== undefined) return byTitle.get(title) ?? 'shown';
  if (!body.startsWith('{')) return 'shown';
  const { why, words } = JSON.parse(body) as { why?: Refusal; words?: string };
  if (words !== undefined) return words.includes('알림 서비스') ? 'no such service' : 'no such keys';
  return why ?? 'done';
}

const byTitle = new Map(Object.entries(refusals).map(([why, { title }]) => [title, why as Refusal]));
