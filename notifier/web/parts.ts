import type { Clock } from '../../db/clock.ts';
import type { Keyring } from '../../db/subscribers/keyring.ts';
import type { Channels, ChannelId } from '../../db/subscribers/subscribers.ts';
import type { VapidKeys } from '../keys/vapid.ts';
import type { Mailer } from '../senders/email/mailer.ts';
import type { PushHosts } from '../senders/push/push-hosts.ts';
import type { SharedDoor } from '../door.ts';
import type { Matcher } from '../match/matcher.ts';
import type { Tokens } from '../tokens.ts';
import type { WebLimits } from './limits.ts';
import type { Pages } from './pages.ts';

/** What forms and pages of alerts need. */
export type WebParts = {
  store: Channels;
  matcher: Pick<Matcher, 'add' | 'remove'>;
  keyring: Pick<Keyring, 'hashOf'>;
  door: Pick<SharedDoor, 'leave' | 'comeBack'>;
  tokens: Tokens;
  mailer: Omit<Mailer, 'close'>;
  vapid: VapidKeys;
  hosts: PushHosts;
  limits: WebLimits;
  clock: Clock;
  pages: Pages;
  /** Where readers see the site. */
  siteUrl: string;
  /** Sends a test alert at once. False where it could not be delivered. */
  sendTest: (id: ChannelId) => Promise<boolean>;
  say: (line: string) => void;
};
