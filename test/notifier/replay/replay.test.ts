import { expect, test } from 'vitest';
import { freshStore } from '../match/people.ts';
import { replayDay } from './replay-day.ts';
import { exampleMaterial, realMaterial, stagesOf } from './staged-site.ts';

test('on a busy day everybody hears exactly what they follow, when it suits them, the urgent first', async () => {
  const material = realMaterial() ?? exampleMaterial();
  const { wrong, messages, inDigests } = await replayDay(freshStore(), await stagesOf(material), material.day, 400);
  expect(wrong).toEqual([]);
  expect(messages).toBeGreaterThan(1_000);
  expect(inDigests).toBeGreaterThan(100);
});
