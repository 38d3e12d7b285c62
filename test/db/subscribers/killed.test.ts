import { expect, test } from 'vitest';
import { at, claimAll, event, joined, portion, sorted } from './examples.ts';
import { freshStore } from './fresh-store.ts';
import { processOf } from './process-of.ts';

test('a process that is killed while it settles leaves nothing half done and loses nothing that it said', async () => {
  const { dataDir, store } = freshStore();
  const ids = await joined(store, 3_000);
  await store.record(event('a'), [portion(ids)], at());
  await store.close();
  let before = 0;
  for (const [round, lines] of [1, 40, 7, 90].entries()) {
    const sender = processOf(dataDir, 'settle');
    for (let i = 0; i < lines; i++) await sender.says();
    const said = Number((await sender.kill()) ?? lines);
    const again = freshStore(dataDir).store;
    expect(await again.takeOver(at())).toBe(3);
    const told = [...(await again.told('2026000001'))];
    // One channel of each of three chunks was settled at a time.
    const each = Map.groupBy(told, (id) => Math.floor((id - 1) / 1_000));
    expect(new Set([...each.values()].map((some) => some.length)).size, `round ${round}`).toBe(1);
    expect(told.length).toBeGreaterThanOrEqual(before + 3 * said);
    expect(told.length).toBeLessThanOrEqual(before + 3 * (said + 1));
    expect((await again.standing(at())).sent).toBe(told.length);
    const left = (await claimAll(again)).flatMap((claim) => [...claim.ids]);
    expect(sorted([...told, ...left])).toEqual(ids);
    await again.takeOver(at());
    await again.close();
    before = told.length;
  }
});
