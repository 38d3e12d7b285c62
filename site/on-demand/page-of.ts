import type { AlertPage } from '../../db/alert-pages.ts';

/** What a page was handed. @throws where it was asked for in another way than by the notifier. */
export function pageOf<Page extends AlertPage['page']>(locals: App.Locals, page: Page) {
  const { alerts } = locals;
  if (alerts?.page !== page) throw new Error(`/alerts/${page}/ is drawn by the notifier, which hands in what it says.`);
  return alerts as Extract<AlertPage, { page: Page }>;
}
