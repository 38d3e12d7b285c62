import { agreedWords, type Wishes } from '../../db/alert-pages.ts';
import type { Joined } from '../../db/subscribers/subscribers.ts';
import { goTo, refused, type Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { consentOf } from './consent.ts';
import type { Gates } from './limits.ts';
import type { WebParts } from './parts.ts';
import { addressIn } from './read-address.ts';
import { wantsSomething, wishesIn } from './read-wishes.ts';

type Needed = WebParts & { gates: Gates };

/** The form of `/alerts/` for e-mail. The answer is the same for every address, known, unknown, suppressed, or asked too often. */
export async function subscribe(asked: Asked, parts: Needed): Promise<Answer> {
  const form = new URLSearchParams(asked.body);
  const address = addressIn(form.get('email'));
  const wishes = wishesIn(form);
  if (!wishes) return refused('unreadable');
  if (!address) return refused('no address');
  if (!wantsSomething(wishes)) return refused('nothing chosen');
  if (form.get('agree') !== agreedWords) return refused('not agreed');
  const gate = parts.gates.mail(asked.from, address);
  if (gate === 'busy') return refused('busy');
  const answer: Answer = { ...goTo('asked'), level: true };
  if (gate === 'silent') return answer;
  const joined = await parts.store.join({ by: 'email', address }, wishes, consentOf(asked, parts));
  return { ...answer, afterwards: () => writeTo(address, joined, wishes, asked, parts) };
}

async function writeTo(address: string, joined: Joined, wishes: Wishes, { from }: Asked, { mailer, gates }: Needed) {
  if (joined.state === 'suppressed') return;
  gates.mailed();
  if (joined.state === 'confirmed') return mailer.already(address, joined);
  gates.asked(joined.id, from);
  await mailer.confirmation(address, joined, wishes);
}
