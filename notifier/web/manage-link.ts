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

/** Who has not said yes is not asked once more here: only a form that was agreed to asks, and only so often. */
async function writeTo(address: string, { store, mailer, gates }: Needed) {
  const id = await store.find({ email: address });
  const receipt = id === null ? null : await store.receipt(id);
  if (id === null || receipt?.state !== 'confirmed') return;
  gates.mailed();
  await mailer.manage(address, { id, generation: receipt.generation });
}
