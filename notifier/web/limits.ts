import type { Clock } from '../../db/clock.ts';
import type { Keyring } from '../../db/subscribers/keyring.ts';
import type { ChannelId } from '../../db/subscribers/subscribers.ts';
import { askedInVain } from './asked-in-vain.ts';
import { bucketsOf, type Buckets, type Rate } from './buckets.ts';
import { networkBuckets, type NetworkBuckets } from './network-buckets.ts';
import { siteOf } from './networks-of.ts';
import { oneMailbox } from './one-mailbox.ts';

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
  /** Mails that a form can cause: to one mailbox, from one network (networks-of.ts), and in all. */
  mailsTo: Rate;
  mailsFrom: Rate;
  mails: Rate;
  /** From a network whose questions hardly anybody answers with yes (asked-in-vain.ts). */
  mailsInVain: Rate;
  /** Forms from one network, and in all. */
  formsFrom: Rate;
  forms: Rate;
  /** Pages with a token, which are drawn for each, from one network. */
  pagesFrom: Rate;
  /** Devices that were not told before, from one network. */
  devicesFrom: Rate;
  /** Test alerts of one channel. */
  tests: Rate;
};

/*
 * Rates of a network are those of a /24 of a carrier at ten in the morning: thousands of readers. What holds an attacker there is
 * the limit of each mailbox, and that nobody answers.
 */
export const usualLimits: WebLimits = {
  body: 16 * 1024,
  bodyTime: 5_000,
  url: 1_024,
  level: 250,
  remembered: 100_000,
  mailsTo: { burst: 3, perHour: 0.5 },
  mailsFrom: { burst: 1_000, perHour: 3_600 },
  // What waits for the mail server at once, and ten a second.
  mails: { burst: 10_000, perHour: 36_000 },
  mailsInVain: { burst: 30, perHour: 120 },
  formsFrom: { burst: 3_000, perHour: 36_000 },
  forms: { burst: 12_000, perHour: 720_000 },
  // Programs that look into mails follow each link, a page takes a few milliseconds: one network gets twenty a second.
  pagesFrom: { burst: 1_000, perHour: 72_000 },
  devicesFrom: { burst: 500, perHour: 2_000 },
  tests: { burst: 2, perHour: 6 },
};

/** Share of a total that is kept for networks which have used little: who sends much from many places shuts nobody else out. */
const keptForCalm = 1 / 3;

/** The limits at work, in memory: a restart forgets them. Addresses are in it as keyed hashes. */
export type Gates = {
  form(from: string): boolean;
  page(from: string): boolean;
  device(from: string): boolean;
  /**
   * Whether somebody may have a mail sent. `busy` follows from networks and totals alone, whatever the address; `silent`: the mailbox
   * has had its mails. Whoever asked must not learn that.
   */
  mail(from: string, address: string): 'open' | 'silent' | 'busy';
  /** A mail really goes: those alone count for the total. */
  mailed(): void;
  /** It asks an address for its yes, and what came of that. */
  asked(channel: ChannelId, from: string): void;
  saidYes(channel: ChannelId): void;
  test(channel: ChannelId): boolean;
};

export function gatesOf(limits: WebLimits, clock: Clock, keyring: Pick<Keyring, 'hashOf'>): Gates {
  const { remembered } = limits;
  const bucket = (rate: Rate) => bucketsOf(rate, clock, remembered);
  const perNetwork = (rate: Rate) => networkBuckets(rate, clock, remembered);
  const [mailsTo, mails, mailsInVain] = [bucket(limits.mailsTo), bucket(limits.mails), bucket(limits.mailsInVain)];
  const [forms, tests] = [bucket(limits.forms), bucket(limits.tests)];
  const [mailsFrom, formsFrom] = [perNetwork(limits.mailsFrom), perNetwork(limits.formsFrom)];
  const [pagesFrom, devicesFrom] = [perNetwork(limits.pagesFrom), perNetwork(limits.devicesFrom)];
  const inVain = askedInVain(remembered);

  return {
    form: (from) => hasRoom(forms, limits.forms, formsFrom, from) && formsFrom.take(from) && forms.take(''),
    page: (from) => pagesFrom.take(from),
    device: (from) => devicesFrom.take(from),
    mail(from, address) {
      if (!hasRoom(mails, limits.mails, mailsFrom, from) || !mailsFrom.take(from)) return 'busy';
      if (inVain.is(from) && !mailsInVain.take(siteOf(from))) return 'busy';
      const known = keyring.hashOf('limit', oneMailbox(address)).toString('base64url');
      return mailsTo.take(known) ? 'open' : 'silent';
    },
    mailed: () => void mails.take(''),
    asked: (channel, from) => inVain.asked(channel, from),
    saidYes: (channel) => inVain.saidYes(channel),
    test: (channel) => tests.take(String(channel)),
  };
}

function hasRoom(total: Buckets, { burst }: Rate, networks: NetworkBuckets, from: string) {
  const left = total.left('');
  return left >= 1 && (left >= burst * keptForCalm || networks.isCalm(from));
}
