import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readOrders, recordOrder } from '../../../db/publications/record.ts';
import { freshFolder } from '../../fresh.ts';
import { extend, hold, move, resume } from './orders.ts';

const recorder = fileURLToPath(new URL('./record-many.ts', import.meta.url));
const first = { noticeId: '2026000001' };
const orders = [
  hold(first),
  move(first, '2026-11-25T21:00:00+09:00', 'score'),
  extend({ closingOn: '2026-11-25' }, '2026-11-25T14:00:00Z'),
  resume(first),
];

function recordWith(...some: typeof orders) {
  const dataDir = freshFolder();
  for (const order of some) recordOrder(dataDir, order);
  return { dataDir, file: join(dataDir, 'publications.jsonl') };
}

function recordMany(dataDir: string, from: number, count: number) {
  const child = spawn(process.execPath, [recorder, dataDir, String(from), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(() => output.split('\n').slice(0, -1));
  return { child, ended, told: () => output };
}

const idsIn = (dataDir: string) => readOrders(dataDir).map(({ noticeId }) => noticeId);

test('orders are read as they were recorded, in their order; without a record there are none', () => {
  const { dataDir } = recordWith(...orders);
  expect(readOrders(dataDir)).toEqual(orders);
  expect(readOrders(freshFolder())).toEqual([]);
});

test('the record only grows, an order a line, and belongs to its owner alone', () => {
  const { dataDir, file } = recordWith(orders[0]!);
  const before = readFileSync(file, 'utf8');
  recordOrder(dataDir, orders[1]!);
  expect(readFileSync(file, 'utf8')).toBe(`${before}${JSON.stringify(orders[1])}\n`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each([
  ['it is no JSON', 'hold 2026000001'],
  ['noticeId is not a number of ten digits', { noticeId: '26' }],
  ['closingOn is no day', { noticeId: undefined, closingOn: '2026-11-31' }],
  ['noticeId and closingOn: one of them has to be there', { noticeId: undefined }],
  ['noticeId and closingOn: one of them has to be there', { closingOn: '2026-11-25' }],
  ['until is no instant with an offset', { until: '2026-11-25T23:00:00' }],
  ['until is no instant with an offset', { until: '2026-11-25 23:00' }],
  ['until is no instant with an offset', { until: '2026-11-31T23:00:00+09:00' }],
  ['orderedAt is no instant with an offset', { orderedAt: '2026-11-24' }],
  ['by is missing', { by: ' ' }],
  ['because is longer than 500 characters', { because: '가'.repeat(501) }],
  ['Unrecognized key: "to"', { to: '2026-11-25T23:00:00+09:00' }],
  ['action Invalid', { action: 'release' }],
])('a line that is no order is an error that says where and why, and never guessed: %s', (why, change) => {
  const { dataDir, file } = recordWith(...orders);
  const good = extend(first, '2026-11-25T23:00:00+09:00');
  appendFileSync(file, `${typeof change === 'string' ? change : JSON.stringify({ ...good, ...change })}\n`);
  recordOrder(dataDir, orders[0]!);
  const place = `${file}:5 is no order: ${why}`;
  expect(() => readOrders(dataDir)).toThrow(place);
  expect(() => readOrders(dataDir)).toThrow('Mend the line; until then nothing is published.');
});

test('a line that was cut off anywhere does not count, and does not harm the next', () => {
  const { dataDir, file } = recordWith(orders[0]!, orders[1]!);
  const whole = readFileSync(file);
  const begin = whole.indexOf('\n') + 1;
  for (let length = begin; length < whole.length; length += 1) {
    writeFileSync(file, whole);
    truncateSync(file, length);
    expect(readOrders(dataDir)).toEqual([orders[0]]);
    recordOrder(dataDir, orders[2]!);
    recordOrder(dataDir, orders[3]!);
    expect(readOrders(dataDir)).toEqual([orders[0], orders[2], orders[3]]);
  }
});

test('two processes that record at once leave every line whole', async () => {
  const dataDir = freshFolder();
  const [a, b] = [recordMany(dataDir, 2_026_000_001, 60), recordMany(dataDir, 2_026_100_001, 60)];
  const told = [...(await a.ended), ...(await b.ended)];
  expect(told).toHaveLength(120);
  expect(new Set(idsIn(dataDir))).toEqual(new Set(told));
  expect(idsIn(dataDir)).toHaveLength(told.length);
});

test('what a killed process said to be recorded is recorded', async () => {
  const dataDir = freshFolder();
  const { child, ended, told } = recordMany(dataDir, 2_026_000_001, 100_000);
  while (told().split('\n').length < 20) await once(child.stdout, 'data');
  child.kill('SIGKILL');
  const said = await ended;
  expect(said.length).toBeGreaterThanOrEqual(19);
  expect(idsIn(dataDir).slice(0, said.length)).toEqual(said);
  recordOrder(dataDir, orders[0]!);
  expect(idsIn(dataDir).at(-1)).toBe(first.noticeId);
});
