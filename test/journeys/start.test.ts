import { expect, test } from 'vitest';
import { freshFolder } from '../fresh.ts';
import { aptHouseTypeRow, aptNoticeRow } from '../rows.ts';
import { serviceKey, startOdcloud } from '../stand-ins/odcloud.ts';
import { runningStart } from './running-start.ts';

const address = /청약등대 is at (http:\S+)/;
const patience = { timeout: 120_000 };
const page = async (url: string, path = '/') => fetch(new URL(path, url));

test('somebody who has nothing sees a site that says it is an example, and Ctrl-C ends it', patience, async () => {
  const start = runningStart(freshFolder());
  const url = (await start.says(address))[1]!;
  const home = await (await page(url)).text();
  expect(home).toContain('예시 데이터');
  const notice = /\/notices\/\d{10}\//.exec(home)![0];
  expect(await (await page(url, notice)).text()).toContain('예시 데이터');
  expect(await (await page(url, '/alerts/')).text()).toContain('알림 신청하기');
  const alerts = await start.says(/Alerts: choose at (\S+)\. Without SMTP_URL mails are files in \S+\/mail\./);
  expect((await page(alerts[1]!)).status).toBe(200);
  const key = async () => (await page(url, '/alerts/key')).status;
  await expect.poll(key, { timeout: 60_000 }).toBe(200);
  start.stop();
  expect(await start.ended).toBe(0);
  await expect(page(url)).rejects.toThrow('fetch failed');
});

test(
  'with a key the real notices are there, and a site stays when the API goes away; killed, it serves no more',
  patience,
  async () => {
    const odcloud = await startOdcloud({
      getAPTLttotPblancDetail: [{ ...aptNoticeRow, RCRIT_PBLANC_DE: '2026-11-20' }],
      getAPTLttotPblancMdl: [aptHouseTypeRow],
    });
    const dataDir = freshFolder();
    const live = { ODCLOUD_BASE_URL: odcloud.url, ODCLOUD_SERVICE_KEY: serviceKey };
    const first = runningStart(dataDir, live);
    const url = (await first.says(address))[1]!;
    const notice = await (await page(url, '/notices/2025000280/')).text();
    expect(notice).toContain('고양장항지구 S-1블록');
    expect(notice).not.toContain('예시 데이터');
    expect(first.output()).not.toContain(serviceKey);
    first.stop();
    expect(await first.ended).toBe(0);
    await odcloud.close();

    const second = runningStart(dataDir, live);
    const again = (await second.says(address))[1]!;
    expect((await page(again, '/notices/2025000280/')).status).toBe(200);
    second.kill();
    await second.ended;
    const gone = () =>
      page(again).then(
        () => 'served',
        () => 'gone',
      );
    await expect.poll(gone, { timeout: 8_000 }).toBe('gone');
  },
);

test('with a key that the API refuses there is one sentence and no site', patience, async () => {
  const odcloud = await startOdcloud({});
  const start = runningStart(freshFolder(), { ODCLOUD_BASE_URL: odcloud.url, ODCLOUD_SERVICE_KEY: 'unknown' });
  expect(await start.ended).toBe(1);
  expect(start.output()).toMatch(/ODCLOUD_SERVICE_KEY/);
  expect(start.output()).not.toMatch(/ {4}at /);
  await odcloud.close();
});

test('a second npm start in the same folder is told who has it', patience, async () => {
  const dataDir = freshFolder();
  const first = runningStart(dataDir);
  await first.says(/taking example data/);
  const second = runningStart(dataDir);
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(/catalog\.db is in use by process \d+ \(npm start\)/);
});
