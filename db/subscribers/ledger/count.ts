import type { Store } from '../store.ts';

/** Part of a change. Adds to a total that is kept since the store was made. */
export function count({ sql }: Store, name: 'sent' | 'ambiguous' | 'expired', more: number) {
  if (more > 0)
    sql.run(
      'INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value',
      name,
      more,
    );
}
