import type { Dice } from './hostile/dice.ts';
import { junk } from './hostile/doors.ts';
import { formsOf } from './hostile/forms.ts';
import type { People } from './hostile/people.ts';
import { readsOf } from './hostile/reads.ts';
import { bytesOf } from './hostile/request.ts';
import type { Said } from './hostile/said.ts';
import { scriptsOf } from './hostile/scripts.ts';

export type Hostile = {
  bytes: Buffer;
  /** What it asks for: `POST manage/`. */
  target: string;
  method: string;
  /** Made up for it alone: nothing of that may come back. */
  words: string[];
  /** What has to be said of it. */
  said: Said;
};

/** Makes requests that are right but for one or two things, and no two that are the same. */
export function hostileTo(people: People, given: Dice) {
  let words: string[] = [];
  const roll: Dice = {
    ...given,
    word(length) {
      const word = given.word(length);
      if (word.length >= 8) words.push(word);
      return word;
    },
  };
  const targets = [...formsOf(people), ...readsOf(people), ...scriptsOf(people)];
  // Each kind of mistake as often as another, so that a target with many gets many requests.
  const mistakes = targets.flatMap((target) => target.faults.map((fault) => ({ target, fault })));
  const made = new Set<string>();
  return function next(): Hostile {
    for (;;) {
      words = [];
      const { target, fault } = roll.one(mistakes);
      // One that is cut keeps somebody waiting.
      if (fault.said === 'cut' && roll.chance(0.8)) continue;
      const spoilt = fault.spoil(target.right(roll), roll);
      const headers = roll.chance(0.3) ? [...spoilt.headers, ...junk(roll)] : spoilt.headers;
      const bytes = bytesOf({ ...spoilt, headers });
      const known = bytes.toString('latin1');
      if (made.has(known)) continue;
      made.add(known);
      return { bytes, target: target.name, method: spoilt.method, said: fault.said, words };
    }
  };
}
