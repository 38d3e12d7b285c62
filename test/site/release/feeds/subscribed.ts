import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { onTestFinished } from 'vitest';
import type { Facts } from '../../../../db/catalog/open.ts';
import { writeSubscriptions } from '../../../../site/release/feeds/write-subscriptions.ts';
import { freshFolder } from '../../../fresh.ts';
import { asOf, smallCatalog } from '../../small-catalog.ts';

export const siteUrl = 'https://lighthouse.example';

/** The facts of the small catalog, closed when the test ends. */
export async function smallFacts(more: Parameters<typeof smallCatalog>[1] = {}) {
  const catalog = await smallCatalog(freshFolder(), more);
  onTestFinished(() => catalog.close());
  return catalog.db;
}

/** Everything that people can subscribe to as of an instant, by path. */
export function subscriptions(db: Facts, at = asOf, url = siteUrl): Record<string, string> {
  const client = freshFolder();
  writeSubscriptions(db, client, { asOf: at, siteUrl: url });
  const files = readdirSync(client, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(client.length), readFileSync(path, 'utf8')]),
  );
}

/** An entry of a calendar, as a calendar program reads it. */
type Entry = {
  uid: string;
  summary: string;
  description: string;
  start: string;
  end: string;
  allDay: boolean;
  sequence: number;
  stamp: string;
  status: string;
  url: string;
  reminders: string[];
};

/** Reads a calendar as a calendar program does. */
export function entriesOf(calendar: string): Entry[] {
  const component = new ICAL.Component(ICAL.parse(calendar) as unknown[] as never);
  return component.getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each);
    const value = (name: string) => String(each.getFirstPropertyValue(name));
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      allDay: event.startDate.isDate,
      sequence: event.sequence,
      stamp: value('dtstamp'),
      status: value('status'),
      url: value('url'),
      reminders: each.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    };
  });
}
