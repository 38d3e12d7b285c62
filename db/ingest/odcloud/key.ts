/**
 * The service key as data.go.kr means it. Its pages hand out two forms, bare and percent-encoded: both come out bare here, so
 * that a request can encode it exactly once.
 * @throws a sentence for the operator, which never holds the key.
 */
export function bareKey(given: string | undefined) {
  if (!given?.trim())
    throw new Error(
      'ODCLOUD_SERVICE_KEY is not set. Apply for a key at https://www.data.go.kr/data/15098547/openapi.do and ' +
        '.../15098905/openapi.do (one key serves both) and set it, or take files with --from DIR.',
    );
  const bare = decoded(given.trim());
  if (!/^[\x21-\x7E]+$/.test(bare))
    throw new Error('ODCLOUD_SERVICE_KEY holds characters that no key has: copy it again from data.go.kr.');
  return bare;
}

function decoded(key: string) {
  try {
    return decodeURIComponent(key);
  } catch {
    // No cause: the text of that error may one day hold what could not be decoded.
    throw new Error('ODCLOUD_SERVICE_KEY is cut in the middle of a %XX: copy it again from data.go.kr.');
  }
}
