import type { Clock } from '../../db/clock.ts';
import type { Keyring } from '../../db/subscribers/keyring.ts';
import { bucketsOf, type Rate } from './buckets.ts';

/** What one stranger may cost the others. Times in milliseconds, sizes in bytes. */
export type WebLimits = {
  body: number;
  /** From the headers of a request to the last byte of its body. */
  bodyTime: number;
  url: number;
  /** Answers that must not tell anything by their time go so long after the question. */
  level: number;
  /** Keys that are remembered of each kind of limit. */
  remembered: number;
  /** Mails that a form can cause, to one address, from one network, and in all. */
  mailsTo: Rate;
  mailsFrom: Rate;
  mails: Rate;
  /** Forms from one network, and in all. Networks of mobile carriers stand for thousands. */
  formsFrom: Rate;
  forms: Rate;
  /** Test alerts of one channel. */
  tests: Rate;
};

export const usualLimits: WebLimits = {
  body: 16 * 1024,
  bodyTime: 5_000,
  url: 1_024,
  level: 250,
  remembered: 100_000,
  mailsTo: { burst: 3, perHour: 0.5 },
  mailsFrom: { burst: 30, perHour: 120 },
  mails: { burst: 3_000, perHour: 36_000 },
  formsFrom: { burst: 300, perHour: 6_000 },
  forms: { burst: 6_000, perHour: 720_000 },
  tests: { burst: 2, perHour: 6 },
};

/** The limits at work, in memory: a restart forgets them. Addresses are in it as keyed hashes. */
export type Gates = {
  form(from: string): boolean;
  /** `silent`: the address has had its mails. Whoever asked must not learn that. */
  mail(from: string, address: string): 'open' | 'silent' | 'busy';
  test(channel: number): boolean;
};

export function gatesOf(limits: WebLimits, clock: Clock, keyring: Pick<Keyring, 'hashOf'>): Gates {
  const bucket = (rate: Rate) => bucketsOf(rate, clock, limits.remembered);
  const [mailsTo, mailsFrom, mails] = [bucket(limits.mailsTo), bucket(limits.mailsFrom), bucket(limits.mails)];
  const [formsFrom, forms, tests] = [bucket(limits.formsFrom), bucket(limits.forms), bucket(limits.tests)];
  return {
    form: (from) => formsFrom.take(from) && forms.take(''),
    mail(from, address) {
      // What says "busy" comes first: it must not depend on the address.
      if (!mailsFrom.take(from) || !mails.take('')) return 'busy';
      const known = keyring.hashOf('limit', address.toLowerCase()).toString('base64url');
      return mailsTo.take(known) ? 'open' : 'silent';
    },
    test: (channel) => tests.take(String(channel)),
  };
}
