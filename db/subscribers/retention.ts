const hour = 3_600_000;
const day = 24 * hour;

/**
 * How long what is known of people stays, in milliseconds, and why no longer. `tidy` keeps it, and /privacy/ says it in Korean.
 * What is not named here: an address and what its channel follows go when the channel ends; suppressions (keyed hashes) stay, or the
 * promise never to write again could not be kept; counters and kept things name nobody.
 */
export const retention = {
  /** An e-mail address that has not said yes, with all that was asked for it: its link has run out. */
  unconfirmed: 48 * hour,
  /**
   * The number, keyed hash and consents of such an address from then on, where it never said yes: so that it is not asked again and again
   * (`mostQuestions`).
   */
  unanswered: 30 * day,
  /** The same of an address that has left instead of saying yes, from then on: for so long nobody can have it asked again. */
  declined: 180 * day,
  /**
   * The number, state, keyed hash and consents of a channel that had said yes, from its end: proof that somebody had agreed.
   * 확인 필요: 정보통신망법 제50조 and 개인정보 보호법 name no such time; three years follow 전자상거래법 시행령 제6조 (complaints).
   */
  ended: 3 * 365 * day,
  /** Events and who was told, from their expiry: a correction goes to whoever was told, and receipts are open for weeks at most. */
  told: 30 * day,
  /** Lines of forgotten.jsonl, and keys that newer ones have replaced. A backup that is older must be destroyed: it cannot be restored. */
  backups: 90 * day,
  /** A store that a restore has put aside: long enough to see that the right backup was taken. */
  putAside: 14 * day,
} as const;

/** Questions that an address may leave without an answer within `retention.unanswered`. */
export const mostQuestions = 3;
