import { generate } from 'selfsigned';

let made: Promise<{ key: string; cert: string }> | undefined;

/** A certificate for `localhost`, the same within a process. */
export function certificate() {
  made ??= generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  }).then(({ private: key, cert }) => ({ key, cert }));
  return made;
}
