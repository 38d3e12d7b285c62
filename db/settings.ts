import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { usualHours, type PublicationHours } from './catalog/publication.ts';
import { receiptHours } from './catalog/receipt-hours.ts';

const url = z.url({ protocol: /^https?$/, error: 'is no http(s) address' });
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no hour like 19:30');
const empty = (value: unknown) => (value === '' ? undefined : value);
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema);

const port = z.coerce.number('is no port').int('is no port').min(0, 'is no port').max(65_535, 'is no port');
const file = z.string().transform(fromTheRoot).refine(isFile, 'names no file that can be read');

const schema = z.object({
  /** Where all state lives. */
  DATA_DIR: setting(z.string().default('.data')),
  /** File of the age identity that opens sealed results; `<DATA_DIR>/keys/vault.identity` when none is named. */
  VAULT_IDENTITY: setting(z.string().optional()),
  PORT: setting(port.default(4321)),
  /** Address under which readers see the site; canonical links and the sitemap need it. */
  SITE_URL: setting(url.default('http://localhost:4321')),
  ODCLOUD_BASE_URL: setting(url.default('https://api.odcloud.kr/api')),
  ODCLOUD_SERVICE_KEY: setting(z.string().min(1).optional()),
  /** How the key is sent: in the query, or as `Authorization: Infuser`. */
  ODCLOUD_KEY_IN: setting(z.enum(['query', 'header'], 'is neither "query" nor "header"').default('query')),
  /** Calls to the open API a Korean day. */
  ODCLOUD_DAILY_CALLS: setting(z.coerce.number('is no number').int('is no number').min(1, 'is below 1').default(500)),
  /** Korean hours at which competition and scores become public. */
  COMPETITION_HOUR: setting(
    hour
      .default(usualHours.competition)
      .refine(
        (time) => time >= receiptHours.closes,
        `is before ${receiptHours.closes}, when receipts close: competition would be public while people can apply`,
      ),
  ),
  SCORE_HOUR: setting(hour.default(usualHours.score)),
  /** TopoJSON with the outlines of the 시군구, for the maps of the 시도; tiles without it (site/map/boundaries.ts). */
  MAP_BOUNDARIES: setting(file.optional()),
  /** Ground of the moving map: a PMTiles file, or the address of a MapLibre style; our own land without it. */
  MAP_TILES: setting(
    z
      .union([url, file.refine((path) => path.endsWith('.pmtiles'))], {
        error: 'is neither a PMTiles file that can be read nor the http(s) address of a style',
      })
      .optional(),
  ),
  /** Whom to tell of a hole: a mailto: or https: address for /.well-known/security.txt; no such file without it. */
  SECURITY_CONTACT: setting(
    z
      .string()
      .regex(/^(mailto:\S+@\S+|https:\/\/\S+)$/, 'is no mailto: or https: address')
      .optional(),
  ),
  /** Where the notifier listens for the forms of alerts; it is the origin that readers speak to. */
  NOTIFIER_PORT: setting(port.default(4322)),
  /** Where the origin finds the notifier; without it /alerts/ says that it is away. */
  NOTIFIER_URL: setting(url.optional()),
  /** Networks of proxies before the origin, as CIDR with commas between: whom they name in X-Forwarded-For is believed. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((each) => each.trim() || []))
    .refine(
      (networks) => networks.every((network) => ipaddr.isValid(network) || ipaddr.isValidCIDR(network)),
      'names what is neither an address nor a network like 10.0.0.0/8',
    ),
  /** Where /metrics and /health of the notifier are, on the loopback; no such port without it. */
  METRICS_PORT: setting(port.optional()),
  /** Mail server, `smtp://` or `smtps://`, with user and password in it; without it mails become files in `<DATA_DIR>/mail`. */
  SMTP_URL: setting(z.url({ protocol: /^smtps?$/, error: 'is no smtp:// or smtps:// address' }).optional()),
  /** Sender of the mails; bounces go to its domain. */
  MAIL_FROM: setting(z.email('is no address').default('alerts@cheongyak-lighthouse.example')),
  /** Signs the mails where all three are there: RFC 6376. */
  DKIM_DOMAIN: setting(z.string().min(3).optional()),
  DKIM_SELECTOR: setting(z.string().min(1).optional()),
  DKIM_KEY_FILE: setting(file.optional()),
  /**
   * Push services beside the well-known ones, with commas between: `push.example.org`, or `push.example.org:8443=127.0.0.1` for one
   * that may be at that address alone, whatever kind of address it is.
   */
  PUSH_HOSTS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((each) => each.trim() || []))
    .refine(
      (hosts) => hosts.every((host) => /^[a-z0-9.-]+(:\d{1,5})?(=[0-9a-f.:]+)?$/i.test(host)),
      'names a host that is neither like push.example.org nor like push.example.org:8443=127.0.0.1',
    ),
  /** Second clocks that must agree with this machine's before anything is published, with commas between; none unless told. */
  CLOCK_SOURCES: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((each) => each.trim() || []))
    .refine(
      (sources) => sources.every(isClockSource),
      'names an address that is neither ntp://host[:port] nor http(s)',
    ),
});

export type Settings = z.infer<typeof schema>;

/** The hours of publication among the settings. */
export function hoursIn({ COMPETITION_HOUR, SCORE_HOUR }: Settings): PublicationHours {
  return { competition: COMPETITION_HOUR, score: SCORE_HOUR };
}

/** The settings of this process. @throws a sentence that names the variable and what is wrong with it, never a secret. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const read = schema.safeParse(environment);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw new Error(`The setting ${path.join('.')} ${message}. Mend it in the environment and start again.`);
}

/** Rendering processes work in folders of their own; they are told where the command was started. */
function fromTheRoot(path: string) {
  return resolve(process.env['LIGHTHOUSE_ROOT'] ?? '', path);
}

function isFile(path: string) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isClockSource(text: string) {
  const address = URL.parse(text);
  if (address?.protocol !== 'ntp:') return address?.protocol === 'http:' || address?.protocol === 'https:';
  return address.port !== '0' && /^ntp:\/\/[^/?#@]+\/?$/i.test(text);
}
