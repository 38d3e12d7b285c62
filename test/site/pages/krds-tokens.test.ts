import { expect, test } from 'vitest';
import { tokensUsedBy } from '../../../site/styles/krds-tokens.mjs';

const tokens = new Map([
  ['--krds-blue-50', '#256ef4'],
  ['--krds-blue-60', '#0b50d0'],
  ['--krds-link', 'var(--krds-blue-60)'],
]);

test('only the tokens that are used are kept, and those that they stand on', () => {
  expect(tokensUsedBy('a { color: var(--krds-link) }', tokens)).toEqual([
    '--krds-blue-60:#0b50d0;',
    '--krds-link:var(--krds-blue-60);',
  ]);
});

test('a token that KRDS does not have is named', () => {
  expect(() => tokensUsedBy('a { color: var(--krds-lnik) }', tokens)).toThrow('krds-uiux has no token --krds-lnik.');
});
