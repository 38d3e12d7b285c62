import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { makeIdentity } from '../../db/vault/identity.ts';
import { buildOnDemandPages } from '../../site/on-demand/build.ts';
import { launchBrowser } from '../browser.ts';
import { buildSite, furnish, publishSite, sealPackage, takeRows } from '../closed/first-steps.ts';
import { newMachine } from '../closed/machine.ts';
import { before, ids } from '../closed/notices.ts';
import { few } from '../closed/worlds.ts';
import { aptNotice } from '../db/ingest/odcloud/sample-rows.ts';
import { freshFolder } from '../fresh.ts';
import { browserPush } from '../site/alerts/browser-push.ts';
import { startPushService } from '../stand-ins/push-service.ts';
import { startSmtp } from '../stand-ins/smtp.ts';
import { freePort } from '../free-port.ts';

/*
 * A result that is sealed becomes public, and those who asked for it are told: by processes of their own, over HTTP, SMTP and HTTP/2.
 * The browser is real; what its push service would hand it is looked at where it arrives, because none can be reached from here.
 */

const path = `/results/${ids.due}/`;
/** Seconds before the instant at which everything starts, so that somebody has the time to subscribe. */
const lead = 30;
const [leaves, stays] = ['leaves@example.kr', 'stays@example.kr'];
type Smtp = Awaited<ReturnType<typeof startSmtp>>;
let browser: Browser;
const room = mkdtempSync(join(tmpdir(), 'lighthouse-'));
/** Pages on demand, and a machine as it is before anybody subscribes. */
const [pages, untouched] = [join(room, 'pages'), join(room, 'machine')];
let port: number;
let site: string;

beforeAll(async () => {
  browser = await launchBrowser();
  await buildOnDemandPages({ folder: pages, siteUrl: 'http://localhost' });
  port = await freePort();
  site = `http://127.0.0.1:${port}`;
  await prepared(newMachine(untouched, site));
});

afterAll(async () => {
  await browser?.close();
  rmSync(room, { recursive: true, force: true });
});

test.each([
  ['the notifier runs through', false],
  ['the notifier is killed at the instant and started again', true],
])(
  'who asked is told within ten seconds of a result that is public, never before, and no more after leaving: %s',
  { timeout: 240_000 },
  async (_, killed) => {
    const folder = freshFolder();
    cpSync(untouched, folder, { recursive: true, verbatimSymlinks: true });
    const machine = newMachine(folder, site);
    onTestFinished(() => machine.remove());
    let begun = performance.now();
    const now = () => before(lead - (performance.now() - begun) / 1000);
    const secondsToGo = () => lead - (performance.now() - begun) / 1000;
    const [smtp, push] = [await startSmtp(), await startPushService({ clock: { now: () => new Date(now()) } })];
    onTestFinished(async () => {
      await smtp.close();
      await push.close();
    });
    const notifierPort = String(await freePort());
    writeFileSync(join(machine.home, 'ca.pem'), push.ca);
    const environment = {
      NOTIFIER_PORT: notifierPort,
      SMTP_URL: smtp.url,
      PUSH_HOSTS: push.setting,
      NODE_EXTRA_CA_CERTS: join(machine.home, 'ca.pem'),
    };
    begun = performance.now();
    const startNotifier = () =>
      machine.start(['notifier', 'run', '--plain', '--pages', pages, '--now', now()], { environment });
    machine.start(['origin', '--port', String(port)], {
      environment: { NOTIFIER_URL: `http://127.0.0.1:${notifierPort}` },
    });
    const publisher = machine.start(['publisher', '--now', now()]);
    let notifier = startNotifier();
    await expect.poll(() => notifier.said(), { timeout: 20_000 }).toContain('takes forms');

    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    onTestFinished(() => context.close());
    await browserPush(context, 'granted', push.subscription(1));
    const page = await context.newPage();
    for (const address of [leaves, stays]) await subscribeByMail(page, smtp, address);

    await page.goto(`${site}/alerts/?notice=${ids.due}`);
    await page.getByLabel('이 기기의 알림').check();
    await page.getByLabel('위와 같이 보관하는 데 동의합니다').check();
    await page.getByRole('button', { name: '알림 신청하기' }).click();
    await page.getByText('이 기기의 알림이 시작되었습니다').waitFor();
    expect(secondsToGo(), 'there was too little time to subscribe').toBeGreaterThan(1);

    let readable = 0;
    const reading = (async () => {
      while (!(await resultIsThere())) await sleep(25);
      readable = performance.now();
    })();
    if (killed) {
      await sleep(Math.max(0, secondsToGo() * 1000));
      notifier.kill('SIGKILL');
      await notifier.ended;
      notifier = startNotifier();
    }
    await Promise.all([reading, smtp.came(4), expect.poll(() => push.received, { timeout: 90_000 }).toHaveLength(1)]);
    const told = performance.now();
    expect(publisher.said()).toContain('flipped');
    // Between two looks at the page a message may have come: it is not early for that.
    expect(told).toBeGreaterThan(readable - 100);
    expect(told - readable).toBeLessThan(10_000);

    const { raw } = lettersTo(leaves, smtp)[1]!;
    const mail = await simpleParser(raw);
    const pushed = push.received[0]!.payload as { notification: { title: string; body: string; navigate: string } };
    const { title, body, navigate } = pushed.notification;
    for (const words of [mail.subject, title]) expect(words).toContain('청약 결과가 공개되었습니다');
    expect(`${mail.text} ${title} ${body}`).not.toMatch(/739\d\d|경쟁률/);
    for (const link of [new RegExp(`http\\S+${path}`).exec(mail.text!)![0], navigate]) {
      await page.goto(link);
      expect(new URL(page.url()).pathname).toBe(path);
      await page.getByRole('table').first().waitFor();
    }

    const click = /<(\S+)>/.exec(String(headerOf(raw, 'List-Unsubscribe')))![1]!;
    const answer = await fetch(click, { method: 'POST', body: new URLSearchParams('List-Unsubscribe=One-Click') });
    expect(answer.status).toBe(200);
    await page.goto(`${site}/alerts/`);
    await page.getByRole('button', { name: '알림 끝내기' }).click();
    await page.getByText('이 기기의 알림을 끝냈습니다').waitFor();

    await corrected(machine, publisher, now);
    notifier.kill('SIGTERM');
    expect(await notifier.ended).toMatchObject({ code: 0 });
    notifier = startNotifier();
    await smtp.came(5);
    // Who stayed is told of the correction. Whoever else were told would be told with them.
    await sleep(1_000);
    expect(lettersTo(stays, smtp)).toHaveLength(3);
    expect((await simpleParser(lettersTo(stays, smtp)[2]!.raw)).subject).toContain('공고 내용이 바뀌었습니다');
    expect(lettersTo(leaves, smtp)).toHaveLength(2);
    expect(push.asked()).toBe(1);
  },
);

async function subscribeByMail(page: Page, smtp: Smtp, address: string) {
  await page.goto(`${site}/alerts/?notice=${ids.due}`);
  expect(await page.getByLabel('공고 번호').inputValue()).toBe(ids.due);
  await page.getByLabel('전자우편 주소').first().fill(address);
  await page.getByLabel('위와 같이 보관하는 데 동의합니다').check();
  await page.getByRole('button', { name: '알림 신청하기' }).click();
  await page.getByRole('heading', { name: '메일을 확인해 주세요' }).waitFor();
  await expect.poll(() => lettersTo(address, smtp)).toHaveLength(1);
  const question = await simpleParser(lettersTo(address, smtp)[0]!.raw);
  await page.goto(/http\S+\/alerts\/confirm\/\?token=\w+/.exec(question.text!)![0]);
  await page.getByRole('button', { name: '알림 시작하기' }).click();
  await page.getByRole('heading', { name: '알림이 시작되었습니다' }).waitFor();
}

function lettersTo(address: string, { received }: Smtp) {
  return received.filter(({ to }) => to === address);
}

/** The day of the winners is put off, and everybody can read it. */
async function corrected(
  machine: ReturnType<typeof newMachine>,
  publisher: { kill: (signal: NodeJS.Signals) => void; ended: Promise<unknown> },
  now: () => string,
) {
  publisher.kill('SIGTERM');
  await publisher.ended;
  const rows = `${machine.cwd}-correction`;
  mkdirSync(rows);
  const changed = aptNotice(ids.due, { announcedOn: '2026-11-04', closesOn: '2026-11-24', winnersOn: '2026-12-03' });
  writeFileSync(join(rows, 'getAPTLttotPblancDetail.jsonl'), `${JSON.stringify(changed)}\n`);
  for (const command of [
    ['ingest', '--from', rows],
    ['release', 'build'],
    ['release', 'publish'],
  ] as const)
    expect(await machine.run([...command, '--now', now()] as Parameters<typeof machine.run>[0])).toMatchObject({
      code: 0,
    });
}

async function prepared(machine: ReturnType<typeof newMachine>) {
  const world = few();
  const identity = join(machine.home, 'identity');
  await makeIdentity(identity);
  furnish(machine, readFileSync(identity, 'utf8'));
  await takeRows(machine, world);
  for (const each of world.packages) await sealPackage(machine, each);
  await buildSite(machine);
  expect(await publishSite(machine)).toMatchObject({ code: 0 });
}

async function resultIsThere() {
  const page = await fetch(new URL(path, site)).catch(() => null);
  return page?.status === 200 && (await page.text()).includes('<table');
}

function headerOf(raw: Buffer, name: string) {
  return new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(raw.toString('latin1'))?.[1];
}
