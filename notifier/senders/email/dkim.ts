import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** With what mails are signed (RFC 6376). */
export type Dkim = { domainName: string; keySelector: string; privateKey: string };

type DkimSettings = {
  DKIM_DOMAIN?: string | undefined;
  DKIM_SELECTOR?: string | undefined;
  DKIM_KEY_FILE?: string | undefined;
};

/**
 * The signature that the settings ask for, undefined where they name none.
 * @throws a sentence when one of the three is missing or the file holds no RSA key: a mail that is not signed must not go unnoticed.
 */
export function dkimOf({ DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE }: DkimSettings): Dkim | undefined {
  if (!DKIM_DOMAIN && !DKIM_SELECTOR && !DKIM_KEY_FILE) return undefined;
  if (!DKIM_DOMAIN || !DKIM_SELECTOR || !DKIM_KEY_FILE)
    throw new Error(
      'Mails are signed only with DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE together. Set all or none.',
    );
  return { domainName: DKIM_DOMAIN, keySelector: DKIM_SELECTOR, privateKey: rsaKey(DKIM_KEY_FILE) };
}

function rsaKey(file: string) {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error('The file that DKIM_KEY_FILE names cannot be read. Mend its path or its permissions.', { cause });
  }
  if (keyType(text) !== 'rsa')
    throw new Error(
      'The file that DKIM_KEY_FILE names holds no RSA key in PEM. Make one: openssl genrsa -out dkim.pem 2048.',
    );
  return text;
}

function keyType(pem: string) {
  try {
    return createPrivateKey(pem).asymmetricKeyType;
  } catch {
    return undefined;
  }
}
