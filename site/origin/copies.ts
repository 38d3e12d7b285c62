import type { ManifestFile } from '../release/manifest.ts';
import { acceptedCodings, type Coding } from './accepted-codings.ts';
import { contentType } from './content-type.ts';
import { safetyHeaders } from './safety-headers.ts';
import { scriptHeaders, sharingHeaders } from './sharing-headers.ts';

/** One file of a release as the public sees it. Its copies are worked out when it is first asked for. */
export type PublicFile = {
  path: string;
  file: string;
  listed: ManifestFile;
  /** When what it says may change, sorted. */
  instants: readonly number[];
  copies?: Copies;
};

/** The same content in up to three codings. */
export type Copies = { identity: Copy; br?: Copy; gzip?: Copy };

export type Copy = {
  /** Below `client/`. */
  file: string;
  sha256: string;
  bytes: number;
  /** Strong: the digest of exactly these bytes. */
  etag: string;
  /** The headers that a reader who has the bytes gets again. */
  unchanged: string[];
  /** All headers that go with the bytes, whatever the status. */
  about: string[];
};

export function copiesOf(file: PublicFile): Copies {
  return (file.copies ??= workOut(file));
}

/** The copy that suits an `Accept-Encoding`; the plain one for a reader that takes none of those there are. */
export function suitableCopy(copies: Copies, acceptEncoding: string | undefined): Copy {
  for (const coding of acceptedCodings(acceptEncoding)) {
    const copy = copies[coding];
    if (copy) return copy;
  }
  return copies.identity;
}

function workOut({ path, file, listed }: PublicFile): Copies {
  const vary = listed.br || listed.gz ? ['Vary', 'Accept-Encoding'] : [];
  const copy = (coding: Coding, stored: string, { sha256, bytes }: { sha256: string; bytes: number }): Copy => ({
    file: stored,
    sha256,
    bytes,
    etag: `"${sha256}"`,
    unchanged: [...vary, ...scriptHeaders(path)],
    about: [
      ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
      'Content-Type',
      contentType(file),
      ...vary,
      ...sharingHeaders(path),
      ...safetyHeaders,
    ],
  });
  return {
    identity: copy('identity', file, listed),
    ...(listed.br && { br: copy('br', `${file}.br`, listed.br) }),
    ...(listed.gz && { gzip: copy('gzip', `${file}.gz`, listed.gz) }),
  };
}
