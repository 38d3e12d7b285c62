import { regions } from '../../../content/regions.ts';
import { kinds } from '../../../db/kinds.ts';
import type { Address } from '../../../db/subscribers/channel.ts';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';
import { moments, type Wishes } from '../../../db/subscribers/wishes.ts';

/*
 * `node fill.ts DATA_DIR CHANNELS`: lets so many channels join a new store by its own door, five thousand at a time. Everybody follows
 * 서울, a quarter also a 시군구; one in twenty is an e-mail address, one in ten has a digest, one in five quiet hours.
 */

const [dataDir, channels] = [process.argv[2]!, Number(process.argv[3])];
const at = new Date('2026-11-22T00:00:00Z');
const consent = { at, words: '2026-11', from: null };
const store = openSubscribers(dataDir, 'npm run bench -- ledger', openKeyring(dataDir, at));
const sigungu = regions.flatMap((region) => region.sigungu.map(({ code }) => code));
const [p256dh, auth] = [Buffer.alloc(65, 4).toString('base64url'), Buffer.alloc(16, 4).toString('base64url')];

for (let from = 0; from < channels; from += 5_000)
  await Promise.all(Array.from({ length: Math.min(5_000, channels - from) }, (_, i) => joins(from + i)));
await store.close();

async function joins(i: number) {
  const { id, generation, state } = await store.join(addressOf(i), wishesOf(i), consent);
  if (state === 'asked') await store.confirm(id, generation, consent);
}

function addressOf(i: number): Address {
  if (i % 20 === 0) return { by: 'email', address: `reader.${i}@${i % 40 === 0 ? 'naver.com' : 'example.kr'}` };
  const host = i % 4 === 1 ? 'web.push.apple.com' : 'fcm.googleapis.com';
  const endpoint = `https://${host}/fcm/send/${String(i).padStart(12, '0')}:${'APA91b'.repeat(22)}`;
  return { by: 'push', endpoint, p256dh, auth, vapidKey: '1' };
}

function wishesOf(i: number): Wishes {
  return {
    places: i % 4 === 0 ? ['11', sigungu[i % sigungu.length]!] : ['11'],
    kinds: [...kinds],
    notices: i % 50 === 0 ? [String(2_026_000_000 + (i % 3_000))] : [],
    moments: [...moments],
    digestAt: i % 10 === 0 ? 8 : null,
    quiet: i % 5 === 0 ? { from: 22, to: 7 } : null,
  };
}
