import { expect, test } from 'vitest';
import { startDateServer, startNtpServer } from '../../stand-ins/time-server.ts';
import { clockInChild } from './clock-in-child.ts';

test.each([
  ['UTC', 0],
  ['Asia/Seoul', -540],
  ['America/Los_Angeles', 480],
])('the zone %s of the machine has no say in what its second clocks mean', async (TZ, west) => {
  const [ntp, web, wrong] = [
    await startNtpServer(),
    await startDateServer(),
    await startDateServer(undefined, -3_600_000),
  ];
  expect(await clockInChild({ TZ }, [ntp.url, web.url])).toEqual({ west, agree: null, step: null });
  const agree = expect.stringContaining(`ahead of ${wrong.host}`) as string;
  expect(await clockInChild({ TZ }, [wrong.url])).toEqual({ west, agree, step: null });
});
