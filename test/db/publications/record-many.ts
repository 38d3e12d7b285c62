import { recordOrder } from '../../../db/publications/record.ts';
import { hold } from './orders.ts';

/** Records orders of 1.5 kB one after the other, and says the number of each once it is recorded. */
const [dataDir, from, count] = process.argv.slice(2);
for (let i = 0; i < Number(count); i += 1) {
  const noticeId = String(Number(from) + i);
  recordOrder(dataDir!, { ...hold({ noticeId }), because: '가'.repeat(500) });
  process.stdout.write(`${noticeId}\n`);
}
