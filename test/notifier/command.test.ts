import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../site/origin/raw-http.ts';
import { openSite, type SmallSite } from './feed/open-site.ts';
import { entry, news } from './feed/small-site.ts';
import { address, command, stateOf, typing, withReader } from './typing.ts';
import { freePort } from '../free-port.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('while one runs, in a folder whose name is longer than that of a socket may be', () => {
  let [site, child, said]: [SmallSite | undefined, ReturnType<typeof spawn> | undefined, string] = [
    undefined,
    undefined,
    '',
  ];
  let type: ReturnType<typeof typing>;
  let figures: number;
  const dataDir = () => join(folder, '등대'.repeat(15), 'running'.repeat(10));
  const inOperators = (file: string) => join(folder, 'operator', file);

  beforeAll(async () => {
    await withReader(dataDir());
    site = await openSite();
    site.publish({ events: [news('notice', '2026-11-22T09:30')], schedule: [entry()] });
    const pages = join(folder, 'pages');
    mkdirSync(join(pages, 'server'), { recursive: true });
    writeFileSync(join(pages, 'server', 'entry.mjs'), 'export const handler = async () => {};\n');
    figures = await freePort();
    const environment = {
      DATA_DIR: dataDir(),
      SITE_URL: site.url,
      NOTIFIER_PORT: '0',
      METRICS_PORT: String(figures),
    };
    type = typing(folder, environment);
    // An hour of which nobody is reminded of anything.
    const words = ['run', '--pages', pages, '--now', '2026-11-23T03:00:00+09:00'];
    child = spawn(process.execPath, [command, ...words], { env: { PATH: process.env['PATH'], ...environment } });
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (piece: Buffer) => (said += piece.toString()));
    await until(() => said.includes('takes forms at') || child!.exitCode !== null, 30_000);
    if (child.exitCode !== null) throw new Error(said);
  });

  afterAll(async () => {
    if (child?.exitCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    site?.close();
  });

  test('status, figures and health tell how it is', async () => {
    const { code, out } = await type(['status']);
    expect([code, out.split('\n').slice(0, 2)]).toEqual([
      0,
      ['The feed is followed.', 'email: 1 confirmed, 0 asked, 0 ended'],
    ]);
    const metrics = await (await fetch(`http://127.0.0.1:${figures}/metrics`)).text();
    expect(metrics).toContain('alerts_channels{by="email",state="confirmed"} 1');
    expect((await fetch(`http://127.0.0.1:${figures}/health`)).status).toBe(200);
  });

  test('a test alert goes out, and to nobody who is unknown', async () => {
    const [known, unknown, none] = await Promise.all([
      type(['send-test', address]),
      type(['send-test', 'stranger@example.kr']),
      type(['send-test']),
    ]);
    expect(known).toEqual({ code: 0, out: 'The test alert was taken.', err: '' });
    expect(readdirSync(join(dataDir(), 'mail'))).toHaveLength(1);
    expect(unknown).toEqual({ code: 1, out: '', err: 'Nobody has subscribed with that address.' });
    expect(none).toMatchObject({ code: 1, err: 'Say which e-mail address.' });
  });

  test('a backup lands where the operator is, a second one does not overwrite it, and no backup is put back meanwhile', async () => {
    expect(await type(['backup', 'copy.db'])).toMatchObject({
      code: 0,
      out: expect.stringContaining(inOperators('copy.db')),
    });
    const [again, none, back] = await Promise.all([
      type(['backup', 'copy.db']),
      type(['backup']),
      type(['restore', 'copy.db']),
    ]);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('is there already and was left alone') });
    expect(none).toMatchObject({ code: 1, err: 'Say into which file.' });
    expect(back).toMatchObject({ code: 1, err: expect.stringMatching(/in use by process \d+ \(npm run notifier\)/) });
  });

  test('keys are rotated, a hold is decided about, and wrong words are refused', async () => {
    const [rotated, released, wrong, twice] = [
      await type(['rotate-keys']),
      ...(await Promise.all([
        type(['release-hold', '1a2b3c4d', 'skip']),
        type(['release-hold', '1a2b3c4d', 'drop']),
        type(['suppress', 'one@example.kr', 'two@example.kr']),
      ])),
    ];
    expect(rotated).toMatchObject({ code: 0, out: expect.stringMatching(/^1 addresses are under a new key/) });
    expect(released).toMatchObject({ code: 1, err: expect.stringContaining('Nothing is held by that id now') });
    expect(wrong).toMatchObject({ code: 1, err: expect.stringMatching(/^Say which hold, and "send" or "skip"/) });
    expect(twice).toMatchObject({ code: 1, err: '"suppress" takes 1 word and got 2. Give an order for each.' });
  });

  test('who is suppressed or forgotten then, and stays so when a backup of before is put back', async () => {
    expect(await type(['suppress', 'never@example.kr'])).toMatchObject({ code: 0 });
    expect(await type(['forget', address])).toMatchObject({ code: 0, out: expect.stringContaining('is destroyed') });
    child!.kill('SIGTERM');
    const [code] = (await once(child!, 'exit')) as [number];
    expect(code).toBe(0);
    expect(existsSync(join(dataDir(), 'notifier.sock'))).toBe(false);
    expect(await type(['status'])).toMatchObject({ code: 1, err: expect.stringMatching(/^No notifier runs here/) });
    const restored = await type(['restore', 'copy.db']);
    expect(restored).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^The backup of 2026-11-23T03:.* is in place; 1 who had left since are left out\. What was told since is known and is not told again\. The store of before is in .* weeks/,
      ),
    });
    expect(await stateOf(dataDir())).toBeNull();
  });

  test('what it said are lines of JSON that name nobody', () => {
    const lines = said.trim().split('\n');
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ room: 'notifier', said: expect.any(String) });
    expect(lines.length).toBeGreaterThan(0);
    expect(said).not.toMatch(/@|example\.kr/);
    expect(readFileSync(inOperators('copy.db')).includes(address)).toBe(false);
  });
});
