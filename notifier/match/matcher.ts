import { regions } from '../../content/regions.ts';
import { kinds, type Kind } from '../../db/kinds.ts';
import { momentOf, type AlertEvent } from '../../db/subscribers/alert-event.ts';
import type { Channels, ChannelId, Followed, Portion } from '../../db/subscribers/subscribers.ts';
import { moments, type Moment } from '../../db/subscribers/wishes.ts';
import { emptyList, insert, withdraw, type IdList } from './id-list.ts';
import { isMarked, mark, marksRoom, unmark, type Marks } from './marks.ts';
import { portionsIn } from './portions.ts';
import { sortsOf } from './sorts.ts';
import { hearingOf, ownHourOf } from './when.ts';

/** Who is told of what, in memory: some forty bytes a channel, in typed arrays alone. */
export type Matcher = {
  /** Takes a confirmed channel in; one that is known gets these wishes. */
  add(channel: Followed): void;
  change(channel: Followed): void;
  remove(id: ChannelId): void;
  /** Everybody who is told of an event that is written down at `at`, each once, at the hour that suits them. */
  portionsOf(event: AlertEvent, at: Date, more?: MatchMore): Portion[];
  readonly size: number;
};

export type MatchMore = {
  /** Told whatever they follow, as long as they are there: those whom an event of the notice has reached before. */
  also?: Uint32Array;
  /** Only those who hear of a reminder at this hour of their own, earlier than usual; negative on the evening before. */
  hour?: number;
  /** Not these, whatever they follow: they hear of it otherwise. */
  without?: Uint32Array;
};

const places = ['all', ...regions.flatMap(({ code, sigungu }) => [code, ...sigungu.map((each) => each.code)])];

/** The matcher of all confirmed channels. Places that the region table does not know are followed by nobody. */
export async function matcherOf(channels: Pick<Channels, 'each'>): Promise<Matcher> {
  const room = marksRoom();
  const marksOf = <Name extends string>(names: readonly Name[]) => new Map(names.map((name) => [name, room.none()]));
  const ofPlace: Map<string, Marks> = marksOf(places);
  const ofKind: Map<Kind, Marks> = marksOf(kinds);
  const ofMoment: Map<Moment, Marks> = marksOf(moments);
  const ofNotice = new Map<string, IdList>();
  /** The numbers of those who follow single notices, with blanks between: a short text takes less room than a list. */
  const noticesOf = new Map<ChannelId, string>();
  const sorts = sortsOf();
  const found = room.none();
  let size = 0;

  const matcher: Matcher = {
    add(channel) {
      if (isAsBefore(channel)) return;
      matcher.remove(channel.id);
      const { id, lane, wishes } = channel;
      sorts.reach(room.reach(id));
      sorts.put(id, lane, wishes);
      size += 1;
      for (const place of wishes.places) markIn(ofPlace.get(place), id);
      for (const kind of wishes.kinds) markIn(ofKind.get(kind), id);
      for (const moment of wishes.moments) markIn(ofMoment.get(moment), id);
      if (wishes.notices.length > 0) noticesOf.set(id, wishes.notices.join(' '));
      for (const notice of wishes.notices) {
        const list = ofNotice.get(notice) ?? emptyList();
        insert(list, id);
        ofNotice.set(notice, list);
      }
    },
    change: (channel) => matcher.add(channel),
    remove(id) {
      if (!sorts.has(id)) return;
      leaveNotices(id);
      for (const marks of [...ofPlace.values(), ...ofKind.values(), ...ofMoment.values()]) unmark(marks, id);
      sorts.take(id);
      size -= 1;
    },
    portionsOf(event, at, { also = new Uint32Array(), hour, without = new Uint32Array() } = {}) {
      find(event);
      for (const id of also) if (sorts.has(id)) mark(found, id);
      for (const id of without) if (sorts.has(id)) unmark(found, id);
      return portionsIn(found.words, sorts, (timing) => {
        if (hour === undefined) return hearingOf(event, at, timing);
        const own = ownHourOf(event, timing);
        return own?.hour === hour ? own : null;
      });
    },
    get size() {
      return size;
    },
  };

  /** Marks everybody whose follows an event meets: by place and kind, or as a single notice, and by its moment. */
  function find({ kind, noticeKind, noticeId, sido, sigungu }: AlertEvent) {
    const asked = ofMoment.get(momentOf(kind))!;
    const [into, ofThisKind, wanted] = [found.words, ofKind.get(noticeKind)!.words, asked.words];
    const all = ofPlace.get('all')!.words;
    const wide = ofPlace.get(sido ?? 'all')?.words ?? all;
    const near = ofPlace.get(sigungu ?? 'all')?.words ?? all;
    for (let w = 0; w < into.length; w++) into[w] = (all[w]! | wide[w]! | near[w]!) & ofThisKind[w]! & wanted[w]!;
    const list = ofNotice.get(noticeId);
    if (!list) return;
    for (let i = 0; i < list.length; i++) if (isMarked(asked, list.ids[i]!)) mark(found, list.ids[i]!);
  }

  /** Devices say what they want whenever they come by, which is most often what they said before. */
  function isAsBefore({ id, lane, wishes }: Followed) {
    return (
      sorts.has(id) &&
      sorts.is(id, lane, wishes) &&
      (noticesOf.get(id) ?? '') === wishes.notices.join(' ') &&
      isIn(ofPlace, wishes.places, id) &&
      isIn(ofKind, wishes.kinds, id) &&
      isIn(ofMoment, wishes.moments, id)
    );
  }

  /** Looks at no other lists than those it is in: there may be hundreds of thousands. */
  function leaveNotices(id: ChannelId) {
    for (const notice of noticesOf.get(id)?.split(' ') ?? []) {
      const list = ofNotice.get(notice);
      if (list) withdraw(list, id);
      if (list?.length === 0) ofNotice.delete(notice);
    }
    noticesOf.delete(id);
  }

  await channels.each((channel) => matcher.add(channel));
  return matcher;
}

function markIn(marks: Marks | undefined, id: number) {
  if (marks) mark(marks, id);
}

/** Whether a channel is in the sets of these names and in no other. */
function isIn<Name extends string>(marks: ReadonlyMap<Name, Marks>, names: readonly Name[], id: number) {
  const wanted = new Set(names);
  for (const [name, each] of marks) if (isMarked(each, id) !== wanted.has(name)) return false;
  return true;
}
