import { expect, test } from 'vitest';
import { inARow } from '../../notifier/in-a-row.ts';

test('what fails three times in a row is wrong, until it works', () => {
  const attempts = inARow();
  attempts.failed('The disk is full.');
  attempts.failed('The disk is full.');
  attempts.worked();
  for (const sentence of ['one', 'two']) {
    attempts.failed(sentence);
    expect(attempts.wrong()).toBeNull();
  }
  attempts.failed('three');
  expect(attempts.wrong()).toBe('three');
  attempts.worked();
  expect(attempts.wrong()).toBeNull();
});
