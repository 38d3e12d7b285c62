import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { soon } from '../soon.ts';
import { gate, senderSaying } from './sender-saying.ts';
import { dispatchStage } from './stage.ts';

/** What keeps answers from being written down, and ends it. */
const troubles: [string, RegExp, (folder: string) => () => void][] = [
  ['a store that another program has locked', /locked by another program/, locked],
  ['a full disk', /disk is full/, full],
];

test.each(troubles)(
  'answers that meet %s are kept, and nothing more goes out until they are written down',
  async (_, why, begin) => {
    const answer = gate();
    const email = senderSaying(async (_delivery, nth) => {
      await answer.wait();
      return nth === 1 ? { is: 'sent' } : { is: 'ambiguous' };
    });
    const stage = await dispatchStage(() => ({ email }));
    const ids = await stage.readers(...Array.from({ length: 60 }, (_each, i) => `reader${i}@example.kr`));
    await stage.tell(ids);
    await stage.start();
    // The clock stands still, so that the lane has no room for the other ten yet.
    await soon(() => email.got.length).toBe(50);
    const end = begin(stage.folder);
    answer.open();
    const trouble = () => stage.said.find((line) => line.startsWith('What was sent cannot be written down'));
    await soon(trouble).toMatch(why);
    // What is open is what the last attempt came to; a store that is locked can neither be written nor asked.
    await soon(() => stage.troubles.now().join()).toMatch(why);
    expect(stage.troubles.now().map(([place]) => place)).toContain('answers');
    stage.clock.pass(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(email.got).toHaveLength(50);
    end();
    await soon(() => stage.standing()).toMatchObject({ sent: 60, unsent: {} });
    expect(email.got.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(ids);
    expect(stage.said.at(-1)).toBe('Answers are written down again.');
    await soon(() => stage.troubles.now()).toEqual([]);
  },
);

function locked(folder: string) {
  const other = new Database(join(folder, 'subscribers.db'));
  other.exec('BEGIN IMMEDIATE');
  let open = true;
  const end = () => {
    if (open) other.close();
    open = false;
  };
  onTestFinished(end);
  return end;
}

/** No file may grow beyond what the store has by now. */
function full(folder: string) {
  const limit = (bytes: number | 'unlimited') => {
    execFileSync('prlimit', [`--pid=${process.pid}`, `--fsize=${bytes}:`]);
  };
  limit(statSync(join(folder, 'subscribers.db-wal')).size);
  const end = () => limit('unlimited');
  onTestFinished(end);
  return end;
}
