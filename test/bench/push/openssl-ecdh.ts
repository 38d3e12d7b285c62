/** OpenSSL's name for P-256. */
const curve = 415;

/**
 * OpenSSL's agreement on a secret alone (`ECDH_compute_key`), as `openssl speed ecdhp256` times it: always the same two keys, none made. What
 * encrypts by RFC 8291 needs one such and a new key pair a message, so this is a limit that nobody reaches.
 * @returns agrees so many times.
 */
export async function opensslEcdh() {
  const { load } = await import('koffi');
  const openSsl = load(null);
  const newKey = openSsl.func('void *EC_KEY_new_by_curve_name(int curve)');
  const generate = openSsl.func('int EC_KEY_generate_key(void *key)');
  const pointOf = openSsl.func('void *EC_KEY_get0_public_key(void *key)');
  const compute = openSsl.func('int ECDH_compute_key(_Out_ uint8_t *to, size_t size, void *point, void *key, void *)');
  const [own, theirs] = [newKey(curve), newKey(curve)] as [unknown, unknown];
  if (!own || !theirs || generate(own) !== 1 || generate(theirs) !== 1) throw new Error('OpenSSL gave no keys.');
  const point = pointOf(theirs) as unknown;
  const secret = new Uint8Array(32);
  return (times: number) => {
    for (let at = 0; at < times; at++)
      if (compute(secret, secret.length, point, own, null) !== secret.length) throw new Error('OpenSSL did not agree.');
  };
}
