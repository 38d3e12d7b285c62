import { describe, expect, test } from 'vitest';
import {
  brokenJson,
  cutBody,
  dribble,
  heedless,
  httpError,
  huge,
  redirect,
  refusal,
  reset,
  silence,
  tooMany,
  webPage,
  type Fault,
} from '../../../stand-ins/odcloud/faults.ts';
import { factsIn } from './dump.ts';
import { freshDataDir, odcloudWith, oneRun } from './one-run.ts';
import { aptType, competitionOf, smallTables } from './sample-rows.ts';

const operation = 'getAPTLttotPblancMdl';
/** For an API that never comes to an end: the others get the usual time. */
const short = { timeout: 300 };
const paceFor = (fault: Fault) => (fault === silence || fault === dribble ? short : {});

const passing: [string, Fault, RegExp, pauses?: number[]][] = [
  ['HTTP 500', httpError(500), /HTTP 500/],
  ['HTTP 503', httpError(503), /HTTP 503/],
  ['an error of its own with HTTP 500', refusal(-1, 'x', 500), /HTTP 500/],
  ['a web page', webPage, /is a web page or XML/],
  ['a body that is cut', cutBody, /a broken connection/],
  ['half a document', brokenJson, /is not JSON, or was cut off/],
  ['a connection that breaks', reset, /a broken connection \(\w+\)/],
  ['silence', silence, /no answer within 0.3 s/],
  ['a trickle without end', dribble, /no answer within 0.3 s/],
  ['HTTP 429', tooMany('3'), /HTTP 429/, [3_000, 3_000, 3_000, 3_000]],
];

describe.each(passing)('%s', (_, fault, said, expected = [1_000, 2_000, 4_000, 8_000]) => {
  const pace = paceFor(fault);

  test('is tried again, and four times are survived', async () => {
    const dataDir = freshDataDir();
    const odcloud = await odcloudWith(smallTables());
    odcloud.fail(fault, { operation, times: 4 });
    const { failed, pauses } = await oneRun(dataDir, odcloud, { pace });

    expect(failed).toBeUndefined();
    expect(odcloud.asked.filter((request) => request.operation === operation)).toHaveLength(5);
    expect(pauses).toEqual(expected);
    const undisturbed = freshDataDir();
    await oneRun(undisturbed, odcloud);
    expect(factsIn(dataDir)).toEqual(factsIn(undisturbed));
  });

  test('ends in one sentence after the fifth time, and everything else stays', async () => {
    const dataDir = freshDataDir();
    const odcloud = await odcloudWith(smallTables());
    odcloud.fail(fault, { operation, times: 5 });
    const { failed } = await oneRun(dataDir, odcloud, { pace });

    expect(failed).toMatch(/^getAPTLttotPblancMdl brought no rows in 5 tries; what came last: [^\n]*$/);
    expect(failed).toMatch(said);
    const facts = factsIn(dataDir);
    expect(facts['notices']).toHaveLength(7);
    expect(facts['house_types']).toHaveLength(3);
    expect(facts['competition']).toHaveLength(2);
  });
});

const final: [string, Fault, RegExp][] = [
  ['an operation that is unknown', httpError(404), /^getAPTLttotPblancMdl: .*HTTP 404.*ODCLOUD_BASE_URL/],
  ['a request that is refused', httpError(400), /^getAPTLttotPblancMdl: .*HTTP 400/],
  ['an error of its own with HTTP 200', refusal(-7, '한도 초과'), /^getAPTLttotPblancMdl: .*error -7: 한도 초과/],
  ['an answer without bounds', huge(4_000), /^getAPTLttotPblancMdl: the answer is larger than/],
];

test.each(final)('%s is not asked again, and the other kinds go on', async (_, fault, said) => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(smallTables());
  odcloud.fail(fault, { operation });
  const { failed } = await oneRun(dataDir, odcloud, { pace: { largestAnswer: 4_000 } });

  expect(failed).toMatch(said);
  expect(odcloud.asked.filter((request) => request.operation === operation)).toHaveLength(1);
  expect(factsIn(dataDir)['notices']).toHaveLength(7);
});

test('a redirect is not followed: the key stays here', async () => {
  const odcloud = await odcloudWith(smallTables());
  const elsewhere = await odcloudWith(smallTables());
  odcloud.fail(redirect(`${elsewhere.url}/x`));
  const { failed } = await oneRun(freshDataDir(), odcloud);

  expect(failed).toContain('ODCLOUD_BASE_URL');
  expect(elsewhere.asked).toEqual([]);
});

test('a Retry-After of hours is obeyed for a minute', async () => {
  const odcloud = await odcloudWith(smallTables());
  odcloud.fail(tooMany('7200'));
  odcloud.fail(tooMany('Sun, 22 Nov 2026 04:00:00 GMT'));
  const { failed, pauses } = await oneRun(freshDataDir(), odcloud);

  expect(failed).toBeUndefined();
  expect(pauses).toEqual([60_000, 2_000]);
});

test('nobody at home ends the run after the second operation, not after the last', async () => {
  const odcloud = await odcloudWith({});
  await odcloud.close();
  const { failed } = await oneRun(freshDataDir(), odcloud);

  expect(failed!.split('\n')).toHaveLength(2);
  expect(failed).toContain('a broken connection (ECONNREFUSED)');
});

test('results are not asked for when their notices could not be read', async () => {
  const odcloud = await odcloudWith(smallTables());
  const dataDir = freshDataDir();
  await oneRun(dataDir, odcloud, { at: '2026-11-01T12:00:00+09:00' });
  odcloud.asked.length = 0;
  odcloud.fail(httpError(404), { operation: 'getAPTLttotPblancDetail' });
  await oneRun(dataDir, odcloud);

  const asked = odcloud.asked.map((request) => request.operation);
  expect(asked).toContain('getOPTLttotPblancCmpet');
  expect(asked).not.toContain('getAPTLttotPblancCmpet');
  expect(asked).not.toContain('getAptLttotPblancScore');
  expect(asked).not.toContain('getAPTSpsplyReqstStus');
});

test('one result operation that fails keeps no other one back', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(smallTables());
  odcloud.fail(httpError(404), { operation: 'getAPTLttotPblancCmpet', times: 9 });
  const { failed } = await oneRun(dataDir, odcloud);

  expect(failed).toMatch(/^getAPTLttotPblancCmpet: /);
  const facts = factsIn(dataDir);
  expect(facts['scores']).toHaveLength(1);
  expect(facts['competition']).toHaveLength(2);
});

test('an API that does not heed the notice it was asked about is not believed', async () => {
  const dataDir = freshDataDir();
  const odcloud = await odcloudWith(smallTables());
  odcloud.fail(heedless([competitionOf('2026000001'), competitionOf('2026000002')]), {
    operation: 'getAPTLttotPblancCmpet',
  });
  odcloud.fail(heedless([aptType('2026000001')]), { operation: 'getOPTLttotPblancMdl' });
  const { failed } = await oneRun(dataDir, odcloud);

  expect(failed).toContain('the answer speaks of other notices');
  expect(factsIn(dataDir)['competition']!.join('')).not.toContain('2026000002');
});
