import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const inAZone = fileURLToPath(new URL('in-a-zone.ts', import.meta.url));

test.each([
  ['UTC', 0],
  ['Asia/Seoul', -540],
  ['America/Los_Angeles', 480],
])(
  'in the zone %s days, instants and the gate are those of Korea, at midnight, at the end of a year, to the millisecond',
  async (TZ, west) => {
    const { stdout } = await promisify(execFile)(process.execPath, [inAZone], { env: { ...process.env, TZ } });
    expect(JSON.parse(stdout)).toEqual({
      west,
      competition: '2026-12-31T16:58:00.000Z',
      score: '2027-01-01T00:00:00.000Z',
      days: ['2026-12-31', '2027-01-01'],
      next: '2026-12-31T15:00:00.000Z',
      rows: [0, 1, 1],
    });
  },
);
