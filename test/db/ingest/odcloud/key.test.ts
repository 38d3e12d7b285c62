import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bareKey } from '../../../../db/ingest/odcloud/key.ts';
import { serviceKey } from '../../../stand-ins/odcloud.ts';
import { refusal } from '../../../stand-ins/odcloud/faults.ts';
import { freshDataDir, odcloudWith, oneRun } from './one-run.ts';
import { smallTables } from './sample-rows.ts';

const encoded = encodeURIComponent(serviceKey);

test.each([
  ['bare, in the query', serviceKey, 'query'],
  ['percent-encoded, in the query', encoded, 'query'],
  ['bare, in the header', serviceKey, 'header'],
  ['percent-encoded, in the header', encoded, 'header'],
  ['with a line break from the clipboard', `${serviceKey}\n`, 'query'],
])('a key that was pasted %s opens the API', async (_, ODCLOUD_SERVICE_KEY, ODCLOUD_KEY_IN) => {
  const odcloud = await odcloudWith(smallTables());
  const { failed } = await oneRun(freshDataDir(), odcloud, { settings: { ODCLOUD_SERVICE_KEY, ODCLOUD_KEY_IN } });

  expect(failed).toBeUndefined();
  const [{ url, headers }] = odcloud.asked as [(typeof odcloud.asked)[0]];
  if (ODCLOUD_KEY_IN === 'query') {
    expect(url).toContain(`serviceKey=${encoded}`);
    expect(headers.authorization).toBeUndefined();
  } else {
    expect(url).not.toContain('serviceKey');
    expect(headers.authorization).toBe(`Infuser ${serviceKey}`);
  }
});

test('brackets and colons of a condition are encoded', async () => {
  const odcloud = await odcloudWith(smallTables());
  await oneRun(freshDataDir(), odcloud);

  expect(odcloud.asked[0]!.url).toContain('cond%5BRCRIT_PBLANC_DE%3A%3AGTE%5D=2026-08-24');
});

test('without a key the operator hears where to get one', async () => {
  const odcloud = await odcloudWith({});
  const { failed } = await oneRun(freshDataDir(), odcloud, { settings: { ODCLOUD_SERVICE_KEY: '' } });

  expect(failed).toContain('15098547');
  expect(failed).toContain('--from DIR');
  expect(odcloud.asked).toEqual([]);
});

test.each(['abc%2', 'two words', 'naïve-키'])('a spoilt key is refused without being quoted: %s', (key) => {
  expect(() => bareKey(key)).toThrow(/^ODCLOUD_SERVICE_KEY (?!.*(abc|words|키))/);
});

test('an unknown key, and a key that got lost, end the run after one call and say so', async () => {
  const odcloud = await odcloudWith(smallTables());
  const unknown = await oneRun(freshDataDir(), odcloud, { settings: { ODCLOUD_SERVICE_KEY: 'another' } });
  expect(unknown.failed).toContain('does not know the key');
  expect(odcloud.asked).toHaveLength(1);

  for (const status of [401, 200]) odcloud.fail(refusal(-401, '인증키는 필수 항목 입니다.', status));
  for (const calls of [2, 3]) {
    const lost = await oneRun(freshDataDir(), odcloud);
    expect(lost.failed).toContain('No key reached the open API');
    expect(odcloud.asked).toHaveLength(calls);
  }
});

test.each(['query', 'header'])('the key is in no line, no sentence and no byte of the catalog (%s)', async (way) => {
  const dataDir = freshDataDir();
  const settings = { ODCLOUD_KEY_IN: way };
  const tables = smallTables();
  tables['getAPTLttotPblancMdl']!.push({ HOUSE_MANAGE_NO: '2026000001', MODEL_NO: 'broken' });
  const odcloud = await odcloudWith(tables);
  odcloud.fail(refusal(-9, `bad request: serviceKey=${encoded} (${serviceKey})`), {
    operation: 'getAPTLttotPblancMdl',
  });
  const refused = await oneRun(dataDir, odcloud, { settings });
  const done = await oneRun(dataDir, odcloud, { settings });

  expect(refused.failed).toContain('error -9: bad request: serviceKey=… (…)');
  expect(done.failed).toBeUndefined();
  expect(done.lines.join('\n')).toContain('quarantined getAPTLttotPblancMdl page 1 row 4');
  const printed = [refused.failed, ...refused.lines, ...done.lines].join('\n');
  const stored = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name), 'latin1'));
  for (const text of [printed, ...stored]) {
    expect(text).not.toContain(serviceKey);
    expect(text).not.toContain(encoded);
  }
});
