import { join } from 'node:path';
import { fixedClock } from '../../db/clock.ts';
import { createOrigin } from '../../site/origin/origin.ts';
import { readManifest } from '../../site/release/manifest.ts';
import { digestOf } from '../../site/release/seal-file.ts';
import { ask } from '../site/origin/raw-http.ts';
import { ids } from './notices.ts';

/** Pages that are not there yet, and pages that never will be. */
export const missing = [`/results/${ids.unknown}/`, `/results/${ids.due}.json`, `/data/${ids.due}/`, '/nie/'];

const codings = ['br', 'gzip', 'identity'];

/**
 * What an origin answers for every file of the current release, and for paths that it does not know: status, headers, digest of
 * the body; and what it logs.
 */
export async function answersOf(releases: string, at: Date) {
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  const origin = await createOrigin({ releases, port: 0, host: '127.0.0.1', log, clock: fixedClock(at) });
  try {
    const { files } = readManifest(join(releases, 'current'));
    const asked = Object.keys(files).map((path, i) => [`/${encodeURI(path)}`, codings[i % codings.length]!] as const);
    const answers: Record<string, unknown> = {};
    for (const [path, coding] of [...asked, ...missing.map((each) => [each, 'br'] as const)]) {
      const { status, headers, body } = await ask(origin.port, path, { headers: { 'Accept-Encoding': coding } });
      // The machine's own time: an origin counts by its clock, and Node dates the answer by another.
      const { date: _, ...told } = headers;
      answers[path] = { status, ...told, body: digestOf(body) };
    }
    return { answers, logged: logged.map((line) => line.replace(origin.url, 'http://ORIGIN/')) };
  } finally {
    await origin.close();
  }
}
