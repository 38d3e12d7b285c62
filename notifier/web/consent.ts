import { agreedWords } from '../../db/alert-pages.ts';
import type { Consent } from '../../db/subscribers/subscribers.ts';
import type { Asked } from './asked.ts';
import type { WebParts } from './parts.ts';

/** Who agrees now, from where, to the words of today. */
export function consentOf({ from }: Asked, { clock, keyring }: Pick<WebParts, 'clock' | 'keyring'>): Consent {
  return { at: clock.now(), words: agreedWords, from: keyring.hashOf('ip', from).toString('base64url') };
}
