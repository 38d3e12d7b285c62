import { expect, test } from 'vitest';
import { readChosen, writeChosen } from '../../../../site/scripts/compare/chosen.ts';

test('what was chosen is read again as it was written', () => {
  const chosen = [
    { id: '2025000001', type: null },
    { id: '2025000001', type: '03' },
  ];
  expect(writeChosen(chosen)).toBe('2025000001,2025000001.03');
  expect(readChosen(writeChosen(chosen))).toEqual(chosen);
});

test('what is no number, comes twice or is more than four is left out', () => {
  expect(readChosen('')).toEqual([]);
  expect(readChosen('1,__proto__,2025000001/../,2025000001.<b>, 2025000002 ,2025000002')).toEqual([
    { id: '2025000002', type: null },
  ]);
  expect(readChosen('2025000001,2025000002,2025000003,2025000004,2025000005')).toHaveLength(4);
});
