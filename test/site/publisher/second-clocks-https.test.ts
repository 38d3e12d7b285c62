import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../../db/clock.ts';
import { doubtOf } from '../../../site/publisher/second-clocks.ts';
import { freshFolder } from '../../fresh.ts';
import { startDateServer } from '../../stand-ins/time-server.ts';
import { clockInChild } from './clock-in-child.ts';

const withoutOpenssl = 'skipped: openssl is not on PATH (apt-get install openssl)';
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** A key, and a certificate for 127.0.0.1 that vouches for itself. */
function freshCertificate() {
  const folder = freshFolder();
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const name = ['-subj', '/CN=second clock', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const { status, stderr } = spawnSync('openssl', ['req', ...kind, ...name, '-keyout', keyFile, '-out', certFile]);
  if (status !== 0) throw new Error(stderr.toString());
  return { certFile, pair: { key: readFileSync(keyFile), cert: readFileSync(certFile) } };
}

test('a web server may be asked over TLS, by who trusts its certificate', async (context) => {
  if (!hasOpenssl) return context.skip(withoutOpenssl);
  const { certFile, pair } = freshCertificate();
  const [right, wrong] = [
    await startDateServer(systemClock, 0, pair),
    await startDateServer(systemClock, -60_000, pair),
  ];
  const trusting = { NODE_EXTRA_CA_CERTS: certFile };
  expect(await clockInChild(trusting, [right.url])).toMatchObject({ agree: null });
  expect((await clockInChild(trusting, [wrong.url])).agree).toContain(`s ahead of ${wrong.host}.`);
});

test('a certificate that nobody vouches for is no agreement', async (context) => {
  if (!hasOpenssl) return context.skip(withoutOpenssl);
  const web = await startDateServer(systemClock, 0, freshCertificate().pair);
  expect(await doubtOf(web.url, systemClock)).toContain(
    `${web.host} could not be asked (DEPTH_ZERO_SELF_SIGNED_CERT).`,
  );
  expect(web.asked).toEqual([]);
});
