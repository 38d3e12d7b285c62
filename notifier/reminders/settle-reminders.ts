import { koreanDay, koreanInstant } from '../../db/clock.ts';
import type { Scheduled } from '../../db/feeds.ts';
import type { AlertEvent } from '../../db/subscribers/alert-event.ts';
import type { Kept, Ledger } from '../../db/subscribers/subscribers.ts';
import { ownId, tell, tellAt, type Telling } from '../match/tell.ts';
import { hourOn } from '../match/when.ts';
import { keptReminders, type KeptReminders } from './kept-reminders.ts';
import { remindersOf } from './reminders-of.ts';

export type Settling = Telling & { store: Pick<Ledger, 'record' | 'move' | 'writtenFor'> & Kept };

/** Milliseconds: how long before its hour a reminder is written down, and how late one still goes out at people's own hours. */
const margin = { before: 120_000, after: 600_000 };

/**
 * Brings what is written down in line with the schedule. Each channel is told a reminder once: at its own hour if it was there then,
 * otherwise at the usual hour. Writes down the reminders whose hour has come or comes within two minutes (who subscribes earlier is
 * told), takes those back whose day was moved or whose notice has vanished, as far as they have not gone out, and brings one back whose
 * day is the old one again: where its hour has passed, it then goes out at once. Asked every minute at least, it misses no digest; it
 * can run at any time and any number of times, and be killed in it.
 * @returns ids of what it wrote down, and of what it took back.
 */
export async function settleReminders(settling: Settling, schedule: Scheduled[], now: Date) {
  const kept = await keptReminders(settling.store, now);
  const wanted = new Map(remindersOf(schedule, now).map((reminder) => [reminder.id, reminder]));
  const { takenBack, broughtBack } = await follow(wanted, kept, settling, now);
  const told = [
    ...broughtBack,
    ...(await tellAtOwnHours(wanted, kept, settling, now)),
    ...(await tellAsUsual(wanted, kept, settling, now)),
  ];
  await kept.keep();
  return { told, takenBack };
}

type Wanted = ReadonlyMap<string, AlertEvent>;

/** Takes back what is wanted no more, and brings back what is wanted again. */
async function follow(wanted: Wanted, kept: KeptReminders, { store }: Settling, now: Date) {
  const [takenBack, broughtBack]: string[][] = [[], []];
  for (const [id, written] of kept.all) {
    const reminder = wanted.get(written.reminder);
    if (reminder === undefined && !written.takenBack) {
      await store.move(id, null, now);
      kept.set(id, { ...written, takenBack: true });
      takenBack!.push(id);
    } else if (reminder && written.takenBack) {
      await store.move(id, { notBefore: new Date(written.notBefore), expiresAt: new Date(written.expiresAt) }, now);
      kept.set(id, { ...written, takenBack: false });
      broughtBack!.push(id);
    }
  }
  return { takenBack: takenBack!, broughtBack: broughtBack! };
}

/**
 * Writes reminders down for those whose own hour it is. That they are to be is kept first: killed between the two, the next run writes
 * them down, or finds that they are, and nobody is served once more at the usual hour.
 */
async function tellAtOwnHours(wanted: Wanted, kept: KeptReminders, settling: Settling, now: Date) {
  for (const reminder of wanted.values())
    for (const { hour, at } of hoursBefore(reminder)) {
      const isDue = now.getTime() >= at.getTime() - margin.before && now.getTime() < at.getTime() + margin.after;
      const id = ownId(reminder, hour);
      if (!isDue || kept.all.has(reminder.id) || kept.all.has(id)) continue;
      const end = hour < 0 ? koreanInstant(koreanDay(reminder.notBefore)) : reminder.expiresAt;
      const [notBefore, expiresAt] = [at.getTime(), end.getTime()];
      kept.set(id, { reminder: reminder.id, hour, notBefore, expiresAt, takenBack: false, isWritten: false });
    }
  await kept.keep();
  const told: string[] = [];
  for (const [id, written] of kept.all) {
    const reminder = wanted.get(written.reminder);
    if (written.isWritten || written.hour === null || !reminder) continue;
    const without = await heardAlready(reminder, settling);
    if (await tellAt(written.hour, reminder, settling, now, without)) told.push(id);
    kept.set(id, { ...written, isWritten: true });
  }
  return told;
}

/** Writes reminders down for all who have not heard at an hour of their own. */
async function tellAsUsual(wanted: Wanted, kept: KeptReminders, settling: Settling, now: Date) {
  const told: string[] = [];
  for (const reminder of wanted.values()) {
    if (kept.all.has(reminder.id) || now.getTime() < reminder.notBefore.getTime() - margin.before) continue;
    const isNew = await tell(reminder, settling, now, { without: await heardAlready(reminder, settling) });
    const [notBefore, expiresAt] = [reminder.notBefore.getTime(), reminder.expiresAt.getTime()];
    kept.set(reminder.id, {
      reminder: reminder.id,
      hour: null,
      notBefore,
      expiresAt,
      takenBack: false,
      isWritten: true,
    });
    if (isNew) told.push(reminder.id);
  }
  return told;
}

/** Those for whom a reminder is written down at an hour of their own, whatever they wish for since. */
function heardAlready(reminder: AlertEvent, { store }: Settling) {
  return store.writtenFor(hoursBefore(reminder).map(({ hour }) => ownId(reminder, hour)));
}

/** The whole hours of a reminder's day before its usual one, and, where that may be said then, those of the evening before. */
function hoursBefore({ kind, notBefore }: AlertEvent) {
  const day = koreanDay(notBefore);
  const evening = kind === 'closes-today' ? 6 : 0;
  return Array.from({ length: evening + 24 }, (_, i) => ({ hour: i - evening, at: hourOn(day, i - evening) })).filter(
    ({ at }) => at < notBefore,
  );
}
