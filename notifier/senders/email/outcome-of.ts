import type { Lane } from '../../../db/subscribers/channel.ts';
import type { Outcome } from '../sender.ts';
import { isDeadAddress, saysNoSuchUser, statusIn } from './status.ts';

/** What nodemailer tells of a letter that was not taken. */
export type Failure = {
  code?: string | undefined;
  /** What the system said where nodemailer has put its own code: ECONNREFUSED. */
  originalCode?: string | undefined;
  /** Which time-out, where it was one. */
  timeoutType?: string | undefined;
  /** Three digits of the server, where it answered. */
  responseCode?: number | undefined;
  response?: string | undefined;
  command?: string | undefined;
};

type Circumstances = {
  lane: Lane;
  /** Whether all of the letter had been handed over. */
  handedOver: boolean;
  now: Date;
};

const minute = 60_000;
/** How long after an answer the next attempt makes sense. */
const waits = { mailbox: 15 * minute, policy: 4 * 60 * minute, pause: 2 * minute };

/**
 * What a failure means for the reader and for everybody in their lane.
 *
 * | the server …                                                  | outcome                        |
 * | ------------------------------------------------------------- | ------------------------------ |
 * | refuses us: greeting, EHLO, STARTTLS, AUTH, any 421           | the lane pauses                |
 * | says 4xx to MAIL                                              | the lane pauses                |
 * | says 450, 451, 452 of a large provider, not of the mailbox    | the lane pauses                |
 * | says another 4xx to RCPT or DATA                              | again in a quarter of an hour  |
 * | says 5.1.x, or 550 in such words: there is no such address    | gone, once it is said twice:   |
 * |                                                               | refusals.ts                    |
 * | says another 5xx: policy, full mailbox, content               | again in four hours            |
 * | cannot be reached, or not in a way that is safe               | the lane pauses                |
 * | is lost after all was handed over                             | ambiguous                      |
 * | is lost before                                                | again                          |
 */
export function outcomeOf(failure: Failure, { lane, handedOver, now }: Circumstances): Outcome {
  const after = (wait: number) => new Date(now.getTime() + wait);
  const paused: Outcome = { is: 'paused', until: after(waits.pause) };
  const { responseCode, response = '', command = '' } = failure;
  if (responseCode) {
    if (responseCode === 421 || refusesUs(command)) return paused;
    const status = statusIn(response);
    const ofReader = /^(RCPT|DATA)/.test(command);
    if (responseCode >= 500) {
      if (ofReader && isDeadAddress(status)) return { is: 'gone', reason: 'bounced' };
      if (command.startsWith('RCPT') && saysNoSuchUser(response)) return { is: 'gone', reason: 'bounced' };
      return { is: 'retry', after: after(waits.policy) };
    }
    if (!ofReader) return paused;
    const ofLane = lane !== 'email others' && /^45[012]$/.test(String(responseCode)) && !/^4\.[12]\./.test(status);
    return ofLane ? paused : { is: 'retry', after: after(waits.mailbox) };
  }
  if (handedOver) return { is: 'ambiguous' };
  return unreachable(failure) ? paused : { is: 'retry', after: null };
}

/** Whether a connection broke off without a word of the server. */
export function isLost(failure: Failure) {
  return !failure.responseCode && /^(ECONNECTION|ESOCKET)$/.test(failure.code ?? '') && !unreachable(failure);
}

function refusesUs(command: string) {
  return /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH)/.test(command);
}

function unreachable({ code = '', originalCode = '', timeoutType = '' }: Failure) {
  return (
    /^(EDNS|ETLS|EAUTH|ENOAUTH|EOAUTH2|EPROXY|ECONFIG)$/.test(code) ||
    /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/.test(originalCode) ||
    /^(CONNECT|GREETING|UPGRADE)_TIMEOUT$/.test(timeoutType)
  );
}
