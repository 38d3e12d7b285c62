import type { Settings } from '../../settings.ts';
import type { Operation } from '../operations.ts';

/** `FIELD::OP` and its value, as in `cond[RCRIT_PBLANC_DE::GTE]=2026-08-24`. */
export type Conditions = { [condition: `${string}::${'EQ' | 'GTE'}`]: string };
/** `url` and `headers` hold the key: nothing prints them. */
export type ApiRequest = { url: URL; headers: Record<string, string>; key: string };

/** The most that one page was seen to hold. */
export const perPage = 1_000;

/** One page of an operation as the API wants to be asked. @param key in its bare form. */
export function requestFor(
  settings: Settings,
  key: string,
  { service, name }: Operation,
  conditions: Conditions,
  page: number,
): ApiRequest {
  const url = new URL(`${settings.ODCLOUD_BASE_URL.replace(/\/+$/, '')}/${service}/v1/${name}`);
  url.searchParams.set('page', String(page));
  url.searchParams.set('perPage', String(perPage));
  url.searchParams.set('returnType', 'JSON');
  for (const [condition, value] of Object.entries(conditions)) url.searchParams.set(`cond[${condition}]`, value);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (settings.ODCLOUD_KEY_IN === 'header') headers['authorization'] = `Infuser ${key}`;
  else url.searchParams.set('serviceKey', key);
  return { url, headers, key };
}
