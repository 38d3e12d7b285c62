import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { makeIdentity } from '../../db/vault/identity.ts';
import { buildOnDemandPages } from '../../site/on-demand/build.ts';
import { launchBrowser } from '../browser.ts';
import { buildSite, furnish, publishSite, sealPackage, takeRows } from '../closed/first-steps.ts';
import { newMachine } from '../closed/machine.ts';
import { before, ids } from '../closed/notices.ts';
import { few } from '../closed/worlds.ts';
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
let browser: Browser;
const room = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const pages = join(room, 'pages');

beforeAll(async () => {
  browser = await launchBrowser();
  await buildOnDemandPages({ folder: pages, siteUrl: 'http://localhost' });
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
    const port = await freePort();
    const site = `http://127.0.0.1:${port}`;
    const machine = newMachine(freshFolder(), site);
    onTestFinished(() => machine.remove());
    const [smtp, push] = [await startSmtp(), await startPushService({ opens: false })];
    onTestFinished(async () => {
      await smtp.close();
      await push.close();
    });
    await prepared(machine);

    const notifierPort = String(await freePort());
    writeFileSync(join(machine.home, 'ca.pem'), push.ca);
    const environment = {
      NOTIFIER_PORT: notifierPort,
      SMTP_URL: smtp.url,
      PUSH_HOSTS: push.setting,
      NODE_EXTRA_CA_CERTS: join(machine.home, 'ca.pem'),
    };
    const begun = performance.now();
    const now = () => before(lead - (performance.now() - begun) / 1000);
    const secondsToGo = () => lead - (performance.now() - begun) / 1000;
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
    await page.goto(`${site}/alerts/?notice=${ids.due}`);
    expect(await page.getByLabel('공고 번호').inputValue()).toBe(ids.due);
    await page.getByLabel('전자우편 주소').first().fill('reader@example.kr');
    await page.getByLabel('위와 같이 보관하는 데 동의합니다').check();
    await page.getByRole('button', { name: '알림 신청하기' }).click();
    await page.getByRole('heading', { name: '메일을 확인해 주세요' }).waitFor();
    await smtp.came(1);
    const question = await simpleParser(smtp.received[0]!.raw);
    await page.goto(/http\S+\/alerts\/confirm\/\?token=\w+/.exec(question.text!)![0]);
    await page.getByRole('button', { name: '알림 시작하기' }).click();
    await page.getByRole('heading', { name: '알림이 시작되었습니다' }).waitFor();

    await page.goto(`${site}/alerts/?notice=${ids.due}`);
    await page.getByLabel('이 기기의 알림').check();
    await page.getByLabel('위와 같이 보관하는 데 동의합니다').check();
    await page.getByRole('button', { name: '알림 신청하기' }).click();
    await page.getByText('이 기기의 알림이 시작되었습니다').waitFor();
    expect(secondsToGo(), 'there was too little time to subscribe').toBeGreaterThan(1);

    let readable = 0;
    const reading = (async () => {
      while (!(await resultIsThere(site))) await sleep(25);
      readable = performance.now();
    })();
    if (killed) {
      await sleep(Math.max(0, secondsToGo() * 1000));
      notifier.kill('SIGKILL');
      await notifier.ended;
      notifier = startNotifier();
    }
    await Promise.all([reading, smtp.came(2), expect.poll(() => push.counts.size, { timeout: 90_000 }).toBe(1)]);
    const told = performance.now();
    expect(publisher.said()).toContain('flipped');
    // Between two looks at the page a message may have come: it is not early for that.
    expect(told).toBeGreaterThan(readable - 100);
    expect(told - readable).toBeLessThan(10_000 + (killed ? 5_000 : 0));

    const mail = await simpleParser(smtp.received[1]!.raw);
    expect(mail.subject).toContain('청약 결과가 공개되었습니다');
    expect(mail.text).not.toMatch(/739\d\d|경쟁률/);
    await page.goto(new RegExp(`http\\S+${path}`).exec(mail.text!)![0]);
    await page.getByRole('table').first().waitFor();

    const click = /<(\S+)>/.exec(String(headerOf(smtp.received[1]!.raw, 'List-Unsubscribe')))![1]!;
    const answer = await fetch(click, { method: 'POST', body: new URLSearchParams('List-Unsubscribe=One-Click') });
    expect(answer.status).toBe(200);
    await sleep(3_000);
    expect(smtp.received).toHaveLength(2);
    expect([...push.counts.values()]).toEqual([1]);
  },
);

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

async function resultIsThere(site: string) {
  const page = await fetch(new URL(path, site)).catch(() => null);
  return page?.status === 200 && (await page.text()).includes('<table');
}

function headerOf(raw: Buffer, name: string) {
  return new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(raw.toString('latin1'))?.[1];
}
