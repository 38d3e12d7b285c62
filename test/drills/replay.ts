import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeyring } from '../../db/subscribers/keyring.ts';
import { openSubscribers } from '../../db/subscribers/open.ts';
import { consent } from '../notifier/match/serve.ts';
import { replayDay } from '../notifier/replay/replay-day.ts';
import { exampleMaterial, realMaterial, stagesOf } from '../notifier/replay/staged-site.ts';

/**
 * Lets a busy day pass for many synthetic subscribers, over the real notices where they are on this machine and over invented ones
 * otherwise, and compares what each of them got with a plain, slow computation.
 */
export async function drill([people = '200000']: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'drill-replay-'));
  const store = openSubscribers(folder, 'the drill', openKeyring(folder, consent.at));
  try {
    const material = realMaterial() ?? exampleMaterial();
    const begun = performance.now();
    const replayed = await replayDay(store, await stagesOf(material), material.day, Number(people));
    const seconds = Math.round((performance.now() - begun) / 1000);
    for (const line of replayed.wrong) console.log(line);
    if (replayed.wrong.length > 0 || replayed.messages === 0) process.exitCode = 1;
    const { alerts, messages, inDigests } = replayed;
    const verdict = replayed.wrong.length === 0 ? 'each got exactly what they follow' : 'not all got what they follow';
    return `${material.day}, ${material.what}, ${people} subscribers: ${alerts} alerts, ${messages} tellings (${inDigests} in digests), ${verdict}; ${seconds} s with the comparison`;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
