import { expect, test } from 'vitest';
import { hoursIn, readSettings } from '../../db/settings.ts';

test('results become public at 19:30 and 09:00 unless told otherwise', () => {
  expect(hoursIn(readSettings({}))).toEqual({ competition: '19:30', score: '09:00' });
  expect(hoursIn(readSettings({ COMPETITION_HOUR: '', SCORE_HOUR: '' }))).toEqual({
    competition: '19:30',
    score: '09:00',
  });
  expect(hoursIn(readSettings({ COMPETITION_HOUR: '17:30', SCORE_HOUR: '00:00' }))).toEqual({
    competition: '17:30',
    score: '00:00',
  });
});

test.each(['9:00', '24:00', '19:60', '1930', '19:30:00', 'seven', ' 19:30'])('%s is no hour', (text) => {
  const sentence = 'is no hour like 19:30. Mend it in the environment and start again.';
  expect(() => readSettings({ COMPETITION_HOUR: text })).toThrow(`The setting COMPETITION_HOUR ${sentence}`);
  expect(() => readSettings({ SCORE_HOUR: text })).toThrow(`The setting SCORE_HOUR ${sentence}`);
});

test('competition is not made public while people can apply', () => {
  expect(() => readSettings({ COMPETITION_HOUR: '17:29' })).toThrow(
    'The setting COMPETITION_HOUR is before 17:30, when receipts close: competition would be public while people can apply.',
  );
});
