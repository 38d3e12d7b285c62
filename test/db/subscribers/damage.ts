import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Damages the rows that say where some channels lead, as a bad block of a disk would. */
export function damageAddress(dataDir: string, id: number, column: 'sealed' | 'wrapped' = 'sealed') {
  const file = new Database(join(dataDir, 'subscribers.db'));
  file.prepare(`UPDATE addresses SET ${column} = randomblob(length(${column})) WHERE channel_id = ?`).run(id);
  file.close();
}
