import { expect, test } from 'vitest';
import { deltaBetween } from '../../../../site/release/prepare/delta.ts';
import { freshFolder } from '../../../fresh.ts';
import { page, sealed } from '../finished-site.ts';

test('the difference is what is new, what says something else and what is gone', async () => {
  const before = await sealed(freshFolder(), { 'same.html': page('가'), 'other.html': page('가'), 'gone.html': 'x' });
  const after = await sealed(
    freshFolder(),
    { 'same.html': page('가'), 'other.html': page('나'), 'new.html': 'x' },
    '19:30',
  );
  expect(deltaBetween(before, after)).toEqual({
    changed: ['new.html', 'other.html', 'status/asof.json'],
    removed: ['gone.html'],
  });
  expect(deltaBetween(before, before)).toEqual({ changed: [], removed: [] });
});

test('a file of which a twin comes, goes or differs has changed', async () => {
  const before = await sealed(freshFolder(), { 'a.html': page('가') });
  const file = before.files['a.html']!;
  const twin = { sha256: '0'.repeat(64), bytes: 9 };
  for (const after of [
    { ...file, br: twin },
    { ...file, gz: twin },
    { sha256: file.sha256, bytes: file.bytes },
  ]) {
    const other = { ...before, files: { ...before.files, 'a.html': after } };
    expect(deltaBetween(before, other).changed).toEqual(['a.html']);
    expect(deltaBetween(other, before).changed).toEqual(['a.html']);
  }
});
