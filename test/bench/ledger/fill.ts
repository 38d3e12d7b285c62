import { regions } from '../../../content/regions.ts';
import { kinds } from '../../../db/kinds.ts';
import type { Address } from '../../../db/subscribers/channel.ts';
import { openKeyring } from '../../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../../db/subscribers/open.ts';
import { moments, type Wishes } from '../../../db/subscribers/wishes.ts';
import { openVapidKeys } from '../../../notifier/keys/vapid.ts';
import type { Hello } from '../../stand-ins/push-service/process.ts';

/*
 * `node fill.ts DATA_DIR CHANNELS SERVICE`: lets so many channels join a new store by its own door, five thousand at a time. Everybody follows
 * 서울, a quarter also a 시군구; one in twenty is an e-mail address, one in ten has a digest, one in five quiet hours.
 */

const [dataDir, channels] = [process.argv[2]!, Number(process.argv[3])];
const service = JSON.parse(process.argv[4]!) as Pick<Hello, 'origin' | 'keys'>;
const at = new Date('2026-11-22T00:00:00Z');
const consent = { at, words: '2026-11', from: null };
const store = openSubscribers(dataDir, 'npm run bench -- ledger', openKeyring(dataDir, at));
const sigungu = regions.flatMap((region) => region.sigungu.map(({ code }) => code));
const vapidKey = openVapidKeys(dataDir, at).newest().id;
/** As long as the endpoints of the largest service. */
const filling = 'APA91b'.padEnd(150, 'x');

for (let from = 0; from < channels; from += 5_000)
  await Promise.all(Array.from({ length: Math.min(5_000, channels - from) }, (_, i) => joins(from + i)));
await store.close();

async function joins(i: number) {
  const { id, generation, state } = await store.join(addressOf(i), wishesOf(i), consent);
  if (state === 'asked') await store.confirm(id, generation, consent);
}

function addressOf(i: number): Address {
  if (i % 20 === 0) return { by: 'email', address: `reader.${i}@${i % 40 === 0 ? 'naver.com' : 'example.kr'}` };
  const endpoint = `${service.origin}/fcm/send/${filling}/${i}`;
  return { by: 'push', endpoint, ...service.keys[i % service.keys.length]!, vapidKey };
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
