import { expect, test } from 'vitest';
import { ways } from '../../../content/rules/eligibility.ts';
import { sources } from '../../../content/rules/sources.ts';
import { fieldGroups } from '../../../site/score/fields.ts';
import { shownRule } from '../../../site/score/shown-rule.ts';

const fields = fieldGroups.flatMap((group) => group.fields);

test('whatever a condition asks is asked by the form, or follows from its days', () => {
  const known = [...fields.map(({ name }) => name), 'age', 'married-years', 'account-months'];
  const asked = ways.flatMap(({ only, lines }) => [only?.ask, ...lines.map(({ when }) => when?.ask)]);
  expect(asked.filter((ask) => ask && !known.includes(ask))).toEqual([]);
});

test('an answer that a condition looks for can be chosen', () => {
  const looked = ways.flatMap(({ only, lines }) => [only, ...lines.map(({ when }) => when)]).filter((when) => when?.is);
  const missing = looked.filter(
    (when) => !fields.find(({ name }) => name === when!.ask)?.choices?.some(({ value }) => value === when!.is),
  );
  expect(missing).toEqual([]);
});

test('a question that waits for another waits for an answer that can be given', () => {
  const waiting = fields.filter(({ after }) => after);
  expect(waiting.map(({ name }) => name)).toEqual(['marriedOn', 'homelessSince', 'spouseJoinedOn']);
  for (const { after } of waiting)
    expect(fields.find(({ name }) => name === after!.name)?.choices?.map(({ value }) => value)).toContain(after!.is);
});

test('a shared line has an anchor of its own in each group', () => {
  const line = ways[0]!.lines[0]!;
  expect(shownRule(line, 'rank1-capital')).toMatchObject({
    id: 'rank1-capital-adult',
    source: sources.applyhome.title,
  });
  expect(shownRule(line)).toMatchObject({ id: 'adult', check: null });
});
