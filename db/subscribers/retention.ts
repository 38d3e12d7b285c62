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
   * The number, state, keyed hash and consents of a channel, from its end: proof that somebody had agreed.
   * 확인 필요: 정보통신망법 제50조 and 개인정보 보호법 name no such time; three years follow 전자상거래법 시행령 제6조 (complaints).
   */
  ended: 3 * 365 * day,
  /** Events and who was told, from their expiry: a correction goes to whoever was told, and receipts are open for weeks at most. */
  told: 30 * day,
  /** Lines of forgotten.jsonl, and keys that newer ones have replaced. A backup that is older must be destroyed: it cannot be restored. */
  backups: 90 * day,
} as const;
