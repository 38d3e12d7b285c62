import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clock } from '../../db/clock.ts';
import { tokensOf, type Purpose } from '../../notifier/tokens.ts';

const key = createHash('sha256').update('a test').digest();
const purposes: Purpose[] = ['confirm', 'manage', 'unsubscribe', 'bounce'];
const start = new Date('2026-11-22T10:00:00Z');

function movable(now = start): Clock & { at: Date } {
  return {
    at: now,
    now() {
      return this.at;
    },
  };
}

function later(seconds: number) {
  return new Date(start.getTime() + seconds * 1000);
}

test('a token names the channel and the generation it was made for, and opens its own purpose alone', () => {
  const tokens = tokensOf(key, movable());
  for (const made of purposes)
    for (const read of purposes)
      expect(tokens.read(read, tokens[made](1_234_567, 3))).toEqual(
        made === read ? { id: 1_234_567, generation: 3 } : 'unknown',
      );
});

test('a yes can be given for 48 hours, a page be managed for 30 minutes, and not a second longer', () => {
  const clock = movable();
  const tokens = tokensOf(key, clock);
  const [confirm, manage] = [tokens.confirm(7, 1), tokens.manage(7, 1)];
  clock.at = later(30 * 60 - 1);
  expect(tokens.read('manage', manage)).toEqual({ id: 7, generation: 1 });
  clock.at = later(30 * 60);
  expect(tokens.read('manage', manage)).toBe('expired');
  clock.at = later(48 * 3_600 - 1);
  expect(tokens.read('confirm', confirm)).toEqual({ id: 7, generation: 1 });
  clock.at = later(48 * 3_600);
  expect(tokens.read('confirm', confirm)).toBe('expired');
});

test('the way out stays open: a token to unsubscribe holds after fifty years', () => {
  const clock = movable();
  const tokens = tokensOf(key, clock);
  const [unsubscribe, bounce] = [tokens.unsubscribe(9, 2), tokens.bounce(9, 2)];
  clock.at = new Date('2076-11-22T10:00:00Z');
  expect(tokens.read('unsubscribe', unsubscribe)).toEqual({ id: 9, generation: 2 });
  expect(tokens.read('bounce', bounce)).toEqual({ id: 9, generation: 2 });
});

test('a token of which one letter is another is no token', () => {
  const tokens = tokensOf(key, movable());
  for (const purpose of purposes) {
    const token = tokens[purpose](42, 1);
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'a' ? 'b' : 'a';
      expect(tokens.read(purpose, token.slice(0, at) + other + token.slice(at + 1))).toBe('unknown');
    }
  }
});

test('a token of another key is no token', () => {
  const other = tokensOf(createHash('sha256').update('another').digest(), movable());
  expect(tokensOf(key, movable()).read('unsubscribe', other.unsubscribe(1, 1))).toBe('unknown');
});

test('no text that somebody makes up is a token, and none makes reading fail', () => {
  const tokens = tokensOf(key, movable());
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz234567')),
      minLength: 40,
      maxLength: 48,
    }),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...purposes), (made, purpose) => {
      expect(tokens.read(purpose, made)).toBe('unknown');
    }),
    { numRuns: 500 },
  );
});

test('every channel and generation comes back as it went in, up to the largest', () => {
  const tokens = tokensOf(key, movable());
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 48 - 1 }),
      fc.integer({ min: 0, max: 2 ** 24 - 1 }),
      (id, generation) => {
        expect(tokens.read('bounce', tokens.bounce(id, generation))).toEqual({ id, generation });
      },
    ),
  );
});

test('a token fits into the local part of an address, in small letters, and is read in large ones too', () => {
  const tokens = tokensOf(key, movable());
  const token = tokens.bounce(999_999_999, 12);
  expect(token).toMatch(/^[a-z2-7]{40}$/);
  expect(`bounce+${token}`.length).toBeLessThanOrEqual(64);
  expect(tokens.read('bounce', token.toUpperCase())).toEqual({ id: 999_999_999, generation: 12 });
});
