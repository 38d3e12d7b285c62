import lighthouse from 'lighthouse';

export type Lab = {
  lcp: number;
  cls: number;
  tbt: number;
  scores: { performance: number; accessibility: number; 'best-practices': number; seo: number };
  /** Audits that took from the scores. */
  lost: string[];
};

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/**
 * What Lighthouse says of a page on a phone with slow 4G and a quarter of this machine's speed. LCP in s, TBT in ms.
 * @param skipAudits ids of audits that cannot judge this page.
 */
export async function lab(url: string, port: number, skipAudits: string[] = []): Promise<Lab> {
  const ran = await lighthouse(url, {
    port,
    onlyCategories: [...categories],
    skipAudits,
    logLevel: 'silent',
    output: 'json',
  });
  if (!ran) throw new Error(`Lighthouse had nothing to say of ${url}.`);
  const { lhr } = ran;
  if (lhr.runtimeError) throw new Error(`Lighthouse could not look at ${url}: ${lhr.runtimeError.message}`);
  const figure = (id: string) => lhr.audits[id]?.numericValue ?? Number.NaN;
  return {
    lcp: figure('largest-contentful-paint') / 1000,
    cls: figure('cumulative-layout-shift'),
    tbt: figure('total-blocking-time'),
    scores: Object.fromEntries(
      categories.map((id) => [id, Math.round((lhr.categories[id]?.score ?? 0) * 100)]),
    ) as Lab['scores'],
    lost: categories.flatMap((id) =>
      (lhr.categories[id]?.auditRefs ?? [])
        .filter(({ id: audit, weight }) => weight > 0 && (lhr.audits[audit]?.score ?? 1) < 0.9)
        .map(({ id: audit }) => audit),
    ),
  };
}
