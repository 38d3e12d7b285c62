import { goTo, refused, type Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import type { Gates } from './limits.ts';
import type { WebParts } from './parts.ts';
import { addressIn } from './read-address.ts';

type Needed = WebParts & { gates: Gates };

/** Mails somebody the way to their own page. The answer does not tell whether there is one: it goes before anybody has looked. */
export async function manageLink(asked: Asked, parts: Needed): Promise<Answer> {
  const address = addressIn(new URLSearchParams(asked.body).get('email'));
  if (!address) return refused('no address');
  const gate = parts.gates.mail(asked.from, address);
  if (gate === 'busy') return refused('busy');
  const answer: Answer = { ...goTo('link-sent'), level: true };
  return gate === 'silent' ? answer : { ...answer, afterwards: () => writeTo(address, parts) };
}

async function writeTo(address: string, { store, mailer }: Needed) {
  const id = await store.find({ email: address });
  const receipt = id === null ? null : await store.receipt(id);
  if (id === null || !receipt) return;
  const who = { id, generation: receipt.generation };
  if (receipt.state === 'confirmed') await mailer.manage(address, who);
  // The mail that asks for the yes may be lost: this is the same question once more.
  if (receipt.state === 'asked') await mailer.confirmation(address, who, receipt.wishes);
}
