import type { ChannelId } from '../../db/subscribers/subscribers.ts';
import type { Tokens } from '../tokens.ts';

/** Addresses that a message leads to. Those of a channel carry a token, never an address. */
export type Links = {
  home: string;
  /** A path of the site as an address; the home page for what would lead elsewhere. */
  page: (path: string) => string;
  /** Where the first yes is given; holds 48 hours. */
  confirm(id: ChannelId, generation: number): string;
  /** What a channel asked for, to look at and change; holds 30 minutes. */
  manage(id: ChannelId, generation: number): string;
  /** Ends a channel: a page for a reader, one click for a mail program (RFC 8058). Holds for ever. */
  unsubscribe(id: ChannelId, generation: number): string;
  /** Where one asks for a link to manage: in every mail, because it opens nothing by itself. */
  askToManage: string;
  subscribe: string;
};

export function linksOf(siteUrl: string, tokens: Tokens): Links {
  const home = new URL('/', siteUrl);
  const page = (path: string) => {
    const url = URL.parse(path, home);
    return url?.origin === home.origin ? url.href : home.href;
  };
  const withToken = (path: string, token: string) => `${page(path)}?token=${token}`;
  return {
    home: home.href,
    page,
    confirm: (id, generation) => withToken('/alerts/confirm/', tokens.confirm(id, generation)),
    manage: (id, generation) => withToken('/alerts/manage/', tokens.manage(id, generation)),
    unsubscribe: (id, generation) => withToken('/alerts/unsubscribe/', tokens.unsubscribe(id, generation)),
    askToManage: page('/alerts/manage/'),
    subscribe: page('/alerts/'),
  };
}
