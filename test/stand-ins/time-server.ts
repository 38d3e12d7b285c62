import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import http, { type IncomingMessage, type RequestListener } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';
import { systemClock, type Clock } from '../../db/clock.ts';

/** What goes out, given the honest answer: any number of packets, none for silence. */
type Manner = (honest: Buffer) => Buffer[];

const changed = (change: (packet: Buffer) => unknown) => (honest: Buffer) => {
  const packet = Buffer.from(honest);
  change(packet);
  return packet;
};
const one = (change: (packet: Buffer) => unknown): Manner => {
  const answer = changed(change);
  return (honest) => [answer(honest)];
};

export const honest: Manner = (packet) => [packet];
export const silent: Manner = () => [];
export const cutShort: Manner = (packet) => [packet.subarray(0, 47)];
export const unsynchronised = one((packet) => packet.writeUInt8(0b11_100_100, 0));
export const stratum16 = one((packet) => packet.writeUInt8(16, 1));
export const vague = one((packet) => packet.writeUInt32BE(2 << 16, 8));
export const asClient = one((packet) => packet.writeUInt8(0b00_100_011, 0));
export const timesTurnedRound = one((packet) => packet.writeUInt32BE(packet.readUInt32BE(40) + 5, 32));
export const kissOfDeath = (code: string) =>
  one((packet) => {
    packet.writeUInt8(0b11_100_100, 0);
    packet.writeUInt8(0, 1);
    packet.write(code, 12, 'latin1');
  });
/** The answer to a question that nobody asked, an hour off. */
export const wrongEcho = changed((packet) => {
  packet.writeUInt8(packet.readUInt8(24) ^ 1, 24);
  for (const at of [32, 40]) packet.writeUInt32BE(packet.readUInt32BE(at) - 3600, at);
});

/** A small NTP server on this machine until the test ends. `offset`, in milliseconds, and `manner` are live. */
export async function startNtpServer(clock: Clock = systemClock, offset = 0, manner = honest) {
  const socket = createSocket('udp4');
  const ntp = { url: '', host: '', offset, manner, asked: [] as Buffer[] };
  socket.on('message', (question, { port, address }) => {
    ntp.asked.push(question);
    const answer = answerTo(question, clock.now().getTime() + ntp.offset);
    for (const packet of ntp.manner(answer)) socket.send(packet, port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  onTestFinished(() => void socket.close());
  ntp.host = `127.0.0.1:${socket.address().port}`;
  ntp.url = `ntp://${ntp.host}`;
  return ntp;
}

/** Version 4, mode 4, stratum 2; RFC 5905 §7.3. Seconds count from 1900 and begin anew in 2036. */
function answerTo(question: Buffer, now: number) {
  const packet = Buffer.alloc(48);
  packet.writeUInt8(0b00_100_100, 0);
  packet.writeUInt8(2, 1);
  question.copy(packet, 24, 40, 48);
  const since1900 = BigInt(now) + 2_208_988_800_000n;
  const timestamp = BigInt.asUintN(64, (since1900 << 32n) / 1000n);
  packet.writeBigUInt64BE(timestamp, 32);
  packet.writeBigUInt64BE(timestamp, 40);
  return packet;
}

/** A small web server on this machine until the test ends. `headers` go over its Date; null instead of them: no answer. */
export async function startDateServer(clock: Clock = systemClock, offset = 0, certificate?: TlsOptions) {
  const web = {
    url: '',
    host: '',
    offset,
    status: 200,
    headers: {} as Record<string, string> | null,
    asked: [] as IncomingMessage[],
  };
  const answer: RequestListener = (request, reply) => {
    web.asked.push(request);
    if (!web.headers) return;
    reply.sendDate = false;
    const date = new Date(clock.now().getTime() + web.offset).toUTCString();
    for (const [name, value] of Object.entries({ date, ...web.headers })) if (value) reply.setHeader(name, value);
    reply.writeHead(web.status).end();
  };
  const server = certificate ? https.createServer(certificate, answer) : http.createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  web.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  web.url = `${certificate ? 'https' : 'http'}://${web.host}/time?key=unsaid`;
  return web;
}
