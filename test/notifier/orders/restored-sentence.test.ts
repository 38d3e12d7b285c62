import { expect, test } from 'vitest';
import { restoredSentence } from '../../../notifier/orders/restored-sentence.ts';

const restored = {
  madeAt: new Date('2026-11-22T03:00:00+09:00'),
  leftOut: 2,
  knowsWhatWasTold: true,
  knowsWhoLeft: true,
  putAside: '/data/subscribers.db.before-20261122T100000',
};

test('an operator hears what a restore brought, and where the store of before is', () => {
  expect(restoredSentence(restored, '/data')).toBe(
    'The backup of 2026-11-22T03:00:00+09:00 is in place; 2 who had left since are left out. ' +
      'What was told since is known and is not told again. ' +
      'The store of before is in /data/subscribers.db.before-20261122T100000; the notifier removes it after two weeks.',
  );
});

test('where nobody knows who has left or what was told, it says what follows', () => {
  const blind = { ...restored, leftOut: 0, knowsWhatWasTold: false, knowsWhoLeft: false, putAside: null };
  expect(restoredSentence(blind, '/data')).toBe(
    'The backup of 2026-11-22T03:00:00+09:00 is in place; 0 who had left since are left out. ' +
      'There is no forgotten.jsonl in /data: if anybody has left since, put the newest there and restore again, before a notifier starts. ' +
      'What was told since is not known here: as far as it is still of use, people hear it once more.',
  );
});
