import { expect, test } from 'vitest';
import { competition } from '../../../../db/catalog/schema.ts';
import { seal } from '../../../../db/vault/seal.ts';
import { takePackages } from '../../../../site/release/prepare/packages.ts';
import { aptCompetitionRow } from '../../../rows.ts';
import { at, noticeId, settableClock, smallPublisher } from '../../publisher/small-publisher.ts';

const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

/** The small publisher, which has a package for its instant, with a second one that says another. */
async function withPackageUntil(instant: Date) {
  const { publisher } = await smallPublisher(settableClock(600));
  const { catalog, vault } = publisher;
  const row = { ...aptCompetitionRow, HOUSE_MANAGE_NO: noticeId, PBLANC_NO: noticeId, MODEL_NO: '09' };
  const bytes = Buffer.from(JSON.stringify({ rows: { getAPTLttotPblancCmpet: [row] } }));
  await seal(vault.folder, vault.recipient, bytes, instant);
  const models = () =>
    catalog.db
      .select()
      .from(competition)
      .all()
      .map(({ modelNo }) => modelNo);
  return { models, take: (now: Date) => takePackages(catalog.db, vault, now) };
}

test('a package waits for the instant that it says, also when its notice has passed its own', async () => {
  const { models, take } = await withPackageUntil(after(90));
  expect(await take(after(89))).toMatchObject({ whole: [expect.any(String)], problems: [] });
  expect(models()).toEqual(['01']);
  expect((await take(after(90))).whole).toHaveLength(2);
  expect(models().sort()).toEqual(['01', '09']);
});

test('a package that says an earlier instant than its notice has brings nothing forward', async () => {
  const { models, take } = await withPackageUntil(after(-90));
  expect(await take(after(-1))).toEqual({ whole: [], problems: [expect.stringContaining('rows that stay closed')] });
  expect(models()).toEqual([]);
  expect((await take(at)).whole).toHaveLength(2);
});
