/** The enhanced status of an SMTP answer (RFC 3463), `5.1.1`; empty where it has none. */
export function statusIn(response: string) {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? '';
}

/**
 * Whether a status says for good that there is no such address: 5.1.x, but for 5.1.7 and 5.1.8, which are about ours, and 5.1.0, which
 * says nothing. 5.2.1 is not among them: Gmail says it also to who sends too fast.
 */
export function isDeadAddress(status: string) {
  return /^5\.1\.(?![078]$)\d+$/.test(status);
}

/** Whether an answer says it in words, where its status is missing or says nothing: `550 User unknown`. */
export function saysNoSuchUser(response: string) {
  if (!/^55[013][ -]/.test(response) || !/^(5\.[01]\.0)?$/.test(statusIn(response))) return false;
  return noSuchUser.test(response);
}

const noSuchUser =
  /\b(no such|unknown|invalid|non-?existent) (local )?(user|mailbox|recipient|account|address)\b|\b(user|mailbox|recipient|account|address)( \S+)? (is )?(unknown|not found|does(n't| not) exist|not exist)\b/i;
