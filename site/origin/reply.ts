import type { IncomingMessage } from 'node:http';
import type { Span } from './byte-range.ts';
import { cacheControl, refusalControl } from './cache-control.ts';
import { copiesOf, suitableCopy, type Copy, type PublicFile } from './copies.ts';
import { fileReply } from './file-reply.ts';
import { standsInRelease } from './forwarded-target.ts';
import { ownPages } from './own-pages.ts';
import type { Release } from './release.ts';
import { requestedPath, type Requested } from './requested-path.ts';
import { safetyHeaders } from './safety-headers.ts';
import { sharingHeaders } from './sharing-headers.ts';

export type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/** An answer before its bytes are fetched: a body at hand, a stretch of a stored copy, or neither. */
export type Reply = { status: number; headers: string[]; body?: Buffer; stored?: Stretch };
export type Stretch = { copy: Copy } & Span;

/**
 * What a request gets from a release at an instant, in ms since 1970; from nothing at all while there is none.
 * @param takesAlerts whether there is a notifier, so that the finished page with the form of alerts is worth showing.
 */
export function replyTo(
  asked: Asked,
  release: Release | undefined,
  urlBytes: number,
  now: number,
  takesAlerts: boolean,
): Reply {
  const { url = '' } = asked;
  if (url.length > urlBytes) return ownPages.tooLong;
  const requested = requestedPath(url);
  if (!requested) return ownPages.unreadableAddress;
  if (release && isAlerts(requested.path) && !(takesAlerts && standsInRelease(requested.path, release)))
    return alertsAway(asked, release);
  if (asked.method !== 'GET' && asked.method !== 'HEAD') return ownPages.readOnly;
  if (!release) return ownPages.preparing;

  const file = release.files.get(requested.path);
  if (file) return fileReply(asked, file, caching(file, release, now));
  return moved(requested, release, now) ?? notFound(asked, release);
}

/** The forms of the alerts, whatever the method: a form sent while nobody takes it deserves the sentence too. */
function isAlerts(path: string) {
  return path === '/alerts' || path.startsWith('/alerts/');
}

function alertsAway(asked: Asked, release: Release): Reply {
  const page = release.files.get('/alerts/unavailable/');
  return page ? insteadOf(asked, page, 503, ['Retry-After', '60']) : ownPages.alertsAway;
}

/** The same for a page that is not there yet and for one that never will be. */
function notFound(asked: Asked, release: Release): Reply {
  const page = release.files.get('/404.html');
  return page ? insteadOf(asked, page, 404) : ownPages.notFound;
}

function caching({ path, instants }: PublicFile, { asOf, servedAt }: Release, now: number) {
  return cacheControl(path, { now, instants, asOf, servedAt });
}

/** A page of the release under another status than its own. */
function insteadOf(asked: Asked, page: PublicFile, status: number, more: string[] = []): Reply {
  const copy = suitableCopy(copiesOf(page), asked.headers['accept-encoding']);
  const headers = ['Cache-Control', refusalControl(status), 'Content-Length', String(copy.bytes), ...more];
  return { status, headers: [...headers, ...copy.about], stored: { copy, from: 0, to: copy.bytes } };
}

/** A page has one address, `/x/`, and the way to it is kept as long as the page. The target is made of a listed path, so it never leaves the site. */
function moved({ path, query }: Requested, release: Release, now: number): Reply | undefined {
  const target = path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : `${path}/`;
  const page = release.files.get(target);
  if (!page) return undefined;
  const location = target.split('/').map(encodeURIComponent).join('/') + query;
  const headers = ['Cache-Control', caching(page, release, now), 'Location', location, 'Content-Length', '0'];
  return { status: 301, headers: [...headers, ...sharingHeaders(path), ...safetyHeaders] };
}
