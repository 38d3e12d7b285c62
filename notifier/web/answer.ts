import type { AlertPage, Refusal } from '../../db/alert-pages.ts';

/** What a request gets. */
export type Answer = {
  status: number;
  headers?: Record<string, string>;
  /** A page, data, or nothing but the status. */
  page?: AlertPage;
  json?: unknown;
  /** Begun once the answer has gone: mails, so that nobody can tell from its time whether there was one. */
  afterwards?: () => Promise<unknown>;
  /** It goes at the same time after the question whatever came of it. */
  level?: boolean;
};

export function shown(page: AlertPage, status = 200): Answer {
  return { status, page };
}

/** After a form: the browser asks for the page, so that loading it again sends nothing again. */
export function goTo(page: AlertPage['page'], query: Record<string, string> = {}): Answer {
  const asked = new URLSearchParams(query).toString();
  return { status: 303, headers: { Location: `/alerts/${page}/${asked && `?${asked}`}` } };
}

const statuses: Record<Refusal, number> = {
  expired: 410,
  unknown: 404,
  'no address': 422,
  'nothing chosen': 422,
  'not agreed': 422,
  unreadable: 400,
  'too large': 413,
  elsewhere: 403,
  busy: 429,
  'no such page': 404,
  'wrong method': 405,
  broken: 503,
};

export function refused(why: Refusal, headers: Record<string, string> = {}): Answer {
  return { status: statuses[why], page: { page: 'refused', why }, headers };
}

/** The same for a script. */
export function refusedAsData(why: Refusal, words?: string): Answer {
  return { status: statuses[why], json: words === undefined ? { why } : { why, words } };
}
