import type { Hello } from '../../stand-ins/push-service/process.ts';

/** What a sender is to do, and for how many. */
export type Task = { way: keyof typeof ways; count: number; service: Hello };
/** Seconds; `cpu` is of all threads of the sending process, the server's is not in it. */
export type Measured = { seconds: number; cpu: number };

/** Who sends, in the order of the table. */
export const ways = {
  'web-push': 'web-push, sendNotification, 100 at once',
  one: 'ours, one thread',
  two: 'ours, two threads',
  ecdh: 'the limit: OpenSSL, ECDH alone',
} as const;
