import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { restore } from '../../../db/subscribers/restore.ts';
import { retention } from '../../../db/subscribers/retention.ts';
import { freshFolder } from '../../fresh.ts';
import {
  at,
  claimAll,
  consent,
  day,
  email,
  event,
  hour,
  joined,
  minute,
  portion,
  push,
  sentAll,
  sorted,
  wishes,
} from './examples.ts';
import { freshStore } from './fresh-store.ts';

/** A machine to restore on, with the keys of another and what it knows of who has left. */
function otherMachine(dataDir: string) {
  const other = freshFolder();
  cpSync(join(dataDir, 'keys'), join(other, 'keys'), { recursive: true });
  if (existsSync(join(dataDir, 'forgotten.jsonl')))
    copyFileSync(join(dataDir, 'forgotten.jsonl'), join(other, 'forgotten.jsonl'));
  return other;
}

async function backedUp() {
  const { dataDir, store, keyring } = freshStore();
  const ids = await joined(store, 3);
  const { id, generation } = await store.join(email('kim'), wishes, consent());
  await store.confirm(id, generation, consent());
  await store.keep('cursor', 'a');
  const file = join(freshFolder(), 'backup.db');
  await store.backup(file, at());
  return { dataDir, store, keyring, file, ids, mail: id };
}

test('a backup is the whole store of one instant', async () => {
  const { dataDir, store, keyring, file, ids, mail } = await backedUp();
  await store.keep('cursor', 'b');
  const other = otherMachine(dataDir);
  expect(restore(other, file, keyring, at(hour))).toEqual({
    putAside: null,
    leftOut: 0,
    madeAt: at(),
    knowsWhatWasTold: false,
    knowsWhoLeft: false,
  });
  const restored = freshStore(other).store;
  expect(await restored.kept('cursor')).toBe('a');
  expect(await restored.addresses([...ids, mail])).toEqual(await store.addresses([...ids, mail]));
  expect(await restored.receipt(mail)).toEqual(await store.receipt(mail));
});

test('a backup goes into no file that is there', async () => {
  const { store, file } = await backedUp();
  await expect(store.backup(file, at())).rejects.toThrow('is there already and was left alone');
  await expect(store.backup('/no/such/folder/file', at())).rejects.toThrow('cannot be opened or written');
});

test('who was forgotten, has left or was suppressed since does not come back with a backup', async () => {
  const { dataDir, store, keyring, file, ids, mail } = await backedUp();
  await store.forget(ids[0]!, at(minute));
  await store.end(ids[1]!, 'unsubscribed', at(minute));
  await store.end(mail, 'complained', at(minute));
  await store.suppress('lee@example.kr', 'suppressed', at(minute));
  const other = otherMachine(dataDir);
  expect(restore(other, file, keyring, at(hour)).leftOut).toBe(3);
  const restored = freshStore(other).store;
  expect(await restored.receipt(ids[0]!)).toBeNull();
  expect([...(await restored.addresses([...ids, mail])).keys()]).toEqual([ids[2]]);
  for (const name of ['kim', 'lee'])
    expect((await restored.join(email(name), wishes, consent(hour))).state).toBe('suppressed');
});

test('who has left and then come back before the backup is still there', async () => {
  const { dataDir, store, keyring } = freshStore();
  const { id } = await store.join(push('device'), wishes, consent());
  await store.end(id, 'unsubscribed', at(minute));
  await store.join(push('device'), wishes, consent(hour));
  const gone = await store.join(push('other'), wishes, consent());
  await store.forget(gone.id, at(minute));
  const back = await store.join(push('other'), wishes, consent(hour));
  const file = join(freshFolder(), 'backup.db');
  await store.backup(file, at());
  const other = otherMachine(dataDir);
  expect(restore(other, file, keyring, at(day)).leftOut).toBe(0);
  expect((await freshStore(other).store.addresses([id, back.id])).size).toBe(2);
});

test('the store of before is put aside, and numbers that it gave are not given again', async () => {
  const { dataDir, store, keyring, file } = await backedUp();
  const late = await store.join(push('late'), wishes, consent());
  const second = join(freshFolder(), 'second.db');
  await store.backup(second, at());
  const other = otherMachine(dataDir);
  restore(other, second, keyring, at(hour));
  const { putAside } = restore(other, file, keyring, at(hour));
  expect(putAside).toBe(join(other, 'subscribers.db.before-20261122T100000'));
  expect(existsSync(putAside!)).toBe(true);
  const restored = freshStore(other).store;
  expect(await restored.receipt(late.id)).toBeNull();
  expect((await restored.join(push('new'), wishes, consent())).id).toBeGreaterThan(late.id);
});

test('where the store of before is damaged or lost, numbers are left out to be sure', async () => {
  const { dataDir, keyring, file, mail } = await backedUp();
  const other = otherMachine(dataDir);
  writeFileSync(join(other, 'subscribers.db'), 'no database at all'.repeat(999));
  const { putAside } = restore(other, file, keyring, at(hour));
  expect(readFileSync(putAside!, 'utf8')).toContain('no database at all');
  expect((await freshStore(other).store.join(push('new'), wishes, consent())).id).toBeGreaterThan(mail + 999_999);
});

test('a store that is in use is not replaced', async () => {
  const { dataDir, store, keyring, file } = await backedUp();
  expect(() => restore(dataDir, file, keyring, at())).toThrow('subscribers.db is in use by');
  expect(await store.kept('cursor')).toBe('a');
});

test('a damaged backup, another file, one of other keys or of a newer version is refused, and nothing changes', async () => {
  const { dataDir, store, keyring, file } = await backedUp();
  await store.close();
  const before = readdirSync(dataDir).sort();
  const folder = freshFolder();
  const damaged = join(folder, 'damaged.db');
  writeFileSync(damaged, readFileSync(file).fill(0x5a, 20 * 4096, 24 * 4096));
  const letter = join(folder, 'letter.db');
  writeFileSync(letter, 'a letter'.repeat(999));
  const newer = join(folder, 'newer.db');
  copyFileSync(file, newer);
  const client = new Database(newer);
  client.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 99999999999999)");
  client.close();
  const refusals: [string, typeof keyring, string][] = [
    [damaged, keyring, 'is damaged, or no backup'],
    [letter, keyring, 'is damaged, or no backup'],
    [join(folder, 'none.db'), keyring, 'There is no backup'],
    [newer, keyring, 'was made by a newer version'],
    [file, openKeyring(freshFolder(), at()), 'was made with other keys'],
  ];
  for (const [from, keys, sentence] of refusals) expect(() => restore(dataDir, from, keys, at())).toThrow(sentence);
  expect(readdirSync(dataDir).sort()).toEqual(before);
  expect(await freshStore(dataDir).store.kept('cursor')).toBe('a');
});

test('lines of who was forgotten go when no backup is that old', async () => {
  const { dataDir, store } = freshStore();
  const ids = await joined(store, 2);
  await store.forget(ids[0]!, at());
  await store.forget(ids[1]!, at(day));
  await store.tidy(at(retention.backups));
  const lines = () => readFileSync(join(dataDir, 'forgotten.jsonl'), 'utf8').trim().split('\n');
  expect(lines()).toHaveLength(2);
  expect(await store.tidy(at(retention.backups + 1))).toMatchObject({ forgotten: 1 });
  expect(lines()).toEqual([`{"trimmedUntil":"${at().toISOString()}"}`, expect.stringContaining(at(day).toISOString())]);
  expect(await store.tidy(at(retention.backups + 2 * day))).toMatchObject({ forgotten: 1 });
  expect(lines()).toEqual([`{"trimmedUntil":"${at(day).toISOString()}"}`]);
});

test('a backup is refused when it is too old, and earlier where lines of who has left since are gone', async () => {
  const { dataDir, store, keyring, file, ids } = await backedUp();
  await store.forget(ids[0]!, at(minute));
  await store.close();
  const tooOld = /was made at 2026-11-22T09:00:00\+09:00, and nobody knows any more who has left since\./;
  expect(() => restore(dataDir, file, keyring, at(retention.backups + 1))).toThrow(tooOld);
  const again = freshStore(dataDir).store;
  // Tidied by a clock that ran ahead.
  expect(await again.tidy(at(retention.backups + day))).toMatchObject({ forgotten: 1 });
  await again.close();
  expect(() => restore(dataDir, file, keyring, at(hour))).toThrow(tooOld);
  const later = freshStore(dataDir).store;
  expect(await later.receipt(ids[0]!)).toBeNull();
  const younger = join(freshFolder(), 'younger.db');
  await later.backup(younger, at(minute + 1));
  await later.close();
  expect(restore(dataDir, younger, keyring, at(hour)).leftOut).toBe(0);
  expect(await freshStore(dataDir).store.receipt(ids[0]!)).toBeNull();
});

test('a backup that was nearly too old is restored, and who left since is left out', async () => {
  const { dataDir, store, keyring, file, ids } = await backedUp();
  await store.forget(ids[0]!, at(minute));
  await store.tidy(at(retention.backups));
  await store.close();
  expect(restore(dataDir, file, keyring, at(retention.backups)).leftOut).toBe(1);
});

test('an address that a mail server refused for good does not come back either', async () => {
  const { dataDir, store, keyring, file, mail } = await backedUp();
  await store.record(event('a'), [portion([mail])], at());
  const [claim] = await claimAll(store);
  const refused = { ...sentAll(claim!), sent: [], gone: [{ id: mail, reason: 'bounced' as const }] };
  expect(await store.settle([{ ...refused, fence: claim!.fence + 1 }], at(minute))).toEqual([claim!.chunk]);
  expect(existsSync(join(dataDir, 'forgotten.jsonl'))).toBe(false);
  await store.settle([refused], at(minute));
  const other = otherMachine(dataDir);
  expect(restore(other, file, keyring, at(hour))).toMatchObject({ leftOut: 1, knowsWhoLeft: true });
  expect((await freshStore(other).store.join(email('kim'), wishes, consent(hour))).state).toBe('suppressed');
});

test('a suppression that was lifted since the backup stays lifted, and so does one that was there before it', async () => {
  const { dataDir, store, keyring } = await backedUp();
  await store.suppress('lee@example.kr', 'complained', at());
  const file = join(freshFolder(), 'later.db');
  await store.backup(file, at(1));
  await store.suppress('kim@example.kr', 'bounced', at(minute));
  for (const name of ['lee', 'kim']) expect(await store.unsuppress(`${name}@example.kr`, at(2 * minute))).toBe(true);
  const other = otherMachine(dataDir);
  restore(other, file, keyring, at(hour));
  const restored = freshStore(other).store;
  for (const name of ['lee', 'kim'])
    expect((await restored.join(email(name), wishes, consent(hour))).state).toBe('asked');
});

describe('what was told after the backup was made', () => {
  /** Three hear of `first` before the backup, one of `second` after it, and the feed goes on. */
  async function toldSince() {
    const { dataDir, store, keyring, file: _, ids } = await backedUp();
    await store.record(event('first'), [portion(ids)], at());
    const [claim] = await claimAll(store);
    await store.settle([{ ...sentAll(claim!), sent: ids.slice(0, 2), againAt: at(minute) }], at());
    const file = join(freshFolder(), 'told.db');
    await store.backup(file, at());
    await store.settle((await claimAll(store, minute)).map(sentAll), at(minute));
    await store.record(event('second', { noticeId: '2026000002' }), [portion(ids)], at(minute));
    const [second] = await claimAll(store, minute);
    await store.settle([{ ...sentAll(second!), sent: [ids[0]!] }], at(minute));
    await store.keep('cursor', 'b');
    await store.close();
    return { dataDir, keyring, file, ids };
  }
  const due = async (dataDir: string) => {
    const { store } = freshStore(dataDir);
    await store.takeOver(at(hour));
    const claims = await claimAll(store, hour);
    return { store, claims: claims.map((claim) => [claim.event.id, sorted(claim.ids)]) };
  };

  test('is known where the store of before can be read: nobody hears it twice, and what was not told yet is told', async () => {
    const { dataDir, keyring, file, ids } = await toldSince();
    expect(restore(dataDir, file, keyring, at(hour))).toMatchObject({ knowsWhatWasTold: true });
    const { store, claims } = await due(dataDir);
    expect(claims).toEqual([['second', ids.slice(1)]]);
    expect(await store.kept('cursor')).toBe('b');
    expect((await store.standing(at(hour))).sent).toBe(4);
    expect(await store.record(event('second'), [portion(ids)], at(hour))).toBe(false);
    // Who joins now is told of what comes from now on.
    const { id } = await store.join(push('new'), wishes, consent(hour));
    await store.record(event('third'), [portion([id])], at(hour));
    const all = (await claimAll(store, hour)).map((claim) => [claim.event.id, [...claim.ids]]);
    expect(all).toEqual([['third', [id]]]);
  });

  const damages: [string, (store: string) => void][] = [
    ['cannot be opened', (store) => writeFileSync(store, readFileSync(store).fill(0x5a, 0, 4096 * 4))],
    [
      'does not fit together',
      (store) => {
        const client = new Database(store);
        // Two indexes, each with what the other should have.
        client.exec(`PRAGMA writable_schema = ON;
          UPDATE sqlite_master SET rootpage =
            (SELECT sum(rootpage) FROM sqlite_master WHERE name IN ('events_by_expiry', 'events_by_notice')) - rootpage
          WHERE name IN ('events_by_expiry', 'events_by_notice')`);
        client.close();
      },
    ],
  ];

  test.each(damages)('is told again where the store of before %s, rather than never', async (_, damage) => {
    const { dataDir, keyring, file, ids } = await toldSince();
    const store = join(dataDir, 'subscribers.db');
    damage(store);
    expect(restore(dataDir, file, keyring, at(hour))).toMatchObject({ knowsWhatWasTold: false });
    const restored = await due(dataDir);
    expect(restored.claims).toEqual([['first', [ids[2]]]]);
    expect(await restored.store.kept('cursor')).toBe('a');
    expect(await restored.store.record(event('second'), [portion(ids)], at(hour))).toBe(true);
  });

  test('is not taken from a store of other people under the same keys', async () => {
    const { dataDir, keyring, file, ids } = await toldSince();
    const other = otherMachine(dataDir);
    const strangers = freshStore(other).store;
    const theirs = await joined(strangers, 3, 'stranger');
    for (let i = 0; i < 9; i++) await strangers.record(event(`other ${i}`), [portion(theirs)], at(minute));
    await strangers.close();
    expect(restore(other, file, keyring, at(hour))).toMatchObject({ knowsWhatWasTold: false });
    expect((await due(other)).claims).toEqual([['first', [ids[2]]]]);
  });
});

test('a store that was put aside goes two weeks later, and so does the copy of a restore that was killed', async () => {
  const { dataDir, store, keyring, file } = await backedUp();
  await store.close();
  const { putAside } = restore(dataDir, file, keyring, at(hour));
  for (const name of [
    `${putAside}-wal`,
    join(dataDir, 'subscribers.db.restored'),
    join(dataDir, 'subscribers.db.mine'),
  ])
    writeFileSync(name, 'x');
  const again = freshStore(dataDir).store;
  expect(await again.tidy(at(hour + retention.putAside))).toMatchObject({ putAside: 0 });
  expect(existsSync(putAside!)).toBe(true);
  expect(existsSync(join(dataDir, 'subscribers.db.restored'))).toBe(false);
  expect(await again.tidy(at(hour + retention.putAside + 1))).toMatchObject({ putAside: 1 });
  expect(readdirSync(dataDir).filter((name) => /before|restored|mine/.test(name))).toEqual(['subscribers.db.mine']);
});

test('a line that was cut off by a kill is no line, and a damaged one stops a restore', async () => {
  const { dataDir, store, keyring, file, ids } = await backedUp();
  const list = join(dataDir, 'forgotten.jsonl');
  writeFileSync(list, '{"lookup":"abc');
  await store.forget(ids[0]!, at(minute));
  expect(restore(otherMachine(dataDir), file, keyring, at(hour)).leftOut).toBe(1);
  writeFileSync(list, `{"lookup":"abc\n${readFileSync(list, 'utf8')}`);
  expect(() => restore(otherMachine(dataDir), file, keyring, at(hour))).toThrow('forgotten.jsonl:1 is damaged');
});
