import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { usualHours, type PublicationHours } from './catalog/publication.ts';
import { receiptHours } from './catalog/receipt-hours.ts';

const url = z.url({ protocol: /^https?$/, error: 'is no http(s) address' });
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no hour like 19:30');
const empty = (value: unknown) => (value === '' ? undefined : value);
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema);

const file = z.string().transform(fromTheRoot).refine(isFile, 'names no file that can be read');

const schema = z.object({
  /** Where all state lives. */
  DATA_DIR: setting(z.string().default('.data')),
  /** File of the age identity that opens sealed results; `<DATA_DIR>/keys/vault.identity` when none is named. */
  VAULT_IDENTITY: setting(z.string().optional()),
  PORT: setting(
    z.coerce.number('is no port').int('is no port').min(0, 'is no port').max(65_535, 'is no port').default(4321),
  ),
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
