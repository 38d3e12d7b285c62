/** Something that no honest feed says. */
export type Fault = {
  /** A sentence without the text that is at fault. */
  words: string;
  /** Events, or entries of the schedule by their notice, that are at fault. */
  ids: string[];
  /** Numbers of their notices: the only text of a feed at fault that may be repeated. */
  notices: string[];
  /** False for what nobody may decide to send: it could be a closed result. */
  canBeSent: boolean;
};

/** A fault of some events or entries; none of them, no fault. @param what follows on their number: `have no name`. */
export function fault(what: string, some: { id?: string; noticeId: string }[]): Fault {
  const notices = some.map(({ noticeId }) => noticeId);
  const ids = some.map(({ id, noticeId }) => id ?? noticeId);
  const words = `${some.length} ${some.length === 1 ? 'entry' : 'entries'} ${what}`;
  return { words, ids, notices, canBeSent: true };
}
