import type { Store } from './store.ts';

export function keptAs({ sql }: Store, name: string) {
  return sql.one<{ value: string }>('SELECT value FROM kept WHERE name = ?', name)?.value ?? null;
}

export function keepAs({ sql, write }: Store, name: string, value: string) {
  return write(
    () =>
      void sql.run(
        'INSERT INTO kept (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        name,
        value,
      ),
  );
}
