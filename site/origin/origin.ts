import { systemClock, type Clock } from '../../db/clock.ts';
import { answering } from './answer.ts';
import { CurrentRelease } from './current-release.ts';
import { forwarder } from './forward.ts';
import { limitedServer } from './limited-server.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { addressOf, listen } from './listen.ts';
import { stoppable } from './stop.ts';

export type OriginOptions = {
  /** The folder of the releases and of the link `current`. */
  releases: string;
  /** 0 for any free one. */
  port: number;
  host: string;
  log: (line: string) => void;
  /** Start without a release and answer 503 until the first one is published. */
  wait?: boolean;
  limits?: Partial<Limits>;
  /** Tells how long caches may keep an answer. */
  clock?: Clock;
  /** Where the notifier takes the forms of alerts; without it readers are told that they rest. */
  notifier?: string | undefined;
  /** Networks (CIDR) of proxies before the origin, whose `X-Forwarded-For` is believed. */
  proxies?: string[];
};

export type Origin = {
  url: string;
  port: number;
  /** Takes no more requests, and resolves when those under way have their answer or `limits.goodbye` has passed. */
  close(): Promise<void>;
};

/**
 * Serves the published release over HTTP.
 * @throws a sentence for the operator when there is nothing to serve or the port cannot be had.
 */
export async function createOrigin({
  releases,
  port,
  host,
  log,
  wait = false,
  clock = systemClock,
  notifier,
  proxies = [],
  ...options
}: OriginOptions): Promise<Origin> {
  const limits = { ...defaultLimits, ...options.limits };
  const current = new CurrentRelease(releases, clock, log);
  const server = limitedServer(limits);
  const stop = stoppable(server);
  const forward = notifier === undefined ? null : forwarder({ notifier: new URL(notifier), proxies, limits });
  const answer = answering({ current, limits, clock, log, forward });
  server.on('request', answer);
  // The body that waits for a "100 Continue" would not be read.
  server.on('checkContinue', answer);

  try {
    await current.start(wait);
    await listen(server, port, host);
  } catch (problem) {
    await current.close();
    throw problem;
  }
  const bound = addressOf(server);
  const url = `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}/`;
  log(`The origin listens at ${url}`);
  return {
    url,
    port: bound.port,
    async close() {
      await stop(limits.goodbye);
      await current.close();
      log('The origin has stopped.');
    },
  };
}
