/** The enhanced status of an SMTP answer (RFC 3463), `5.1.1`; empty where it has none. */
export function statusIn(response: string) {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? '';
}

/**
 * Whether a status says for good that there is no such address: 5.1.x, but for 5.1.7 and 5.1.8, which are about ours. 5.2.1 is not
 * among them: Gmail says it also to who sends too fast.
 */
export function isDeadAddress(status: string) {
  return /^5\.1\.(?![78]$)\d+$/.test(status);
}
