import type { AlertPage } from '../../db/alert-pages.ts';
import { shown, type Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { confirm, confirmPage } from './confirm.ts';
import type { Gates } from './limits.ts';
import { forget, manage, managePage, test } from './manage.ts';
import { manageLink } from './manage-link.ts';
import type { WebParts } from './parts.ts';
import { endPush, pushKey, putPush, testPush } from './push.ts';
import { subscribe } from './subscribe.ts';
import { unsubscribe, unsubscribePage } from './unsubscribe.ts';

export type Route = {
  answer(asked: Asked, parts: WebParts & { gates: Gates }): Promise<Answer>;
  /**
   * `reads`: changes nothing, whoever asks. `form`, `script`: comes from a page of ours, counted against the limits. `one click`:
   * comes from anywhere, mail programs included, as often as it likes: a token says all.
   */
  is: 'reads' | 'form' | 'script' | 'one click';
  /** It ends alerts: that must work for whoever shares a network with somebody who sends too much. */
  uncounted?: true;
};

/** What a request is for: something we answer, something we answer by other methods, or nothing. */
export type Found = Route | { allow: string } | 'no such page';

/** HEAD is answered like GET, without the body. */
export function routeFor(method: string, path: string): Found {
  const methods = routes.get(path);
  if (!methods) return 'no such page';
  return methods[method === 'HEAD' ? 'GET' : method] ?? { allow: Object.keys(methods).join(', ') };
}

/** Pages that say what has become of a form. */
const plain = ['asked', 'link-sent', 'confirmed', 'ended', 'forgotten'] as const satisfies AlertPage['page'][];

const reads = (answer: Route['answer']): Route => ({ is: 'reads', answer });
const form = (answer: Route['answer']): Route => ({ is: 'form', answer });
const script = (answer: Route['answer']): Route => ({ is: 'script', answer });

/** What is answered under which path and method; everything else is not there. */
const routes = new Map<string, Partial<Record<string, Route>>>([
  ...plain.map((page) => [`/alerts/${page}/`, { GET: reads(async () => shown({ page })) }] as const),
  ['/alerts/subscribe', { POST: form(subscribe) }],
  ['/alerts/confirm/', { GET: reads(confirmPage), POST: form(confirm) }],
  ['/alerts/manage/', { GET: reads(managePage), POST: form(manage) }],
  ['/alerts/manage-link', { POST: form(manageLink) }],
  ['/alerts/unsubscribe/', { GET: reads(unsubscribePage), POST: { is: 'one click', answer: unsubscribe } }],
  ['/alerts/test', { POST: form(test) }],
  ['/alerts/forget', { POST: form(forget) }],
  ['/alerts/key', { GET: reads(pushKey) }],
  ['/alerts/push', { PUT: script(putPush), DELETE: { ...script(endPush), uncounted: true } }],
  ['/alerts/push/test', { POST: script(testPush) }],
]);
