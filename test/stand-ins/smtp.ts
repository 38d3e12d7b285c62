import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** Where the server breaks a connection off: at a command, amid the letter, after its last byte without an answer, or after the answer. */
type Stage = 'connect' | 'ehlo' | 'mail' | 'rcpt' | 'data' | 'content' | 'dot' | 'answered';

type Received = { from: string; to: string; raw: Buffer };

type SmtpParts = {
  port?: number;
  /** False: letters are counted and thrown away. */
  keep?: boolean;
  /** Told of each letter as it comes. */
  took?: (letter: Received) => void;
};

const commands: Partial<Record<Stage, RegExp>> = { ehlo: /^EHLO/m, mail: /^MAIL/m, rcpt: /^RCPT/m, data: /^DATA\r?$/m };

/**
 * A small mail server that takes every letter, or does not: it breaks off where a test says, answers addresses with what a test says,
 * and can fall silent. A letter whose answer was lost is among those received: nobody but the sender does not know.
 */
export async function startSmtp({ port = 0, keep = true, took = () => {} }: SmtpParts = {}) {
  const received: Received[] = [];
  const seen = new Map<string, number>();
  const answers = new Map<string, string>();
  const drops = new Map<Stage, number>();
  /** By the port at the other end. */
  const sockets = new Map<number, Socket>();
  let connections = 0;
  let silent = false;
  let waiting: (() => void)[] = [];

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    // Answers bring their own.
    hideENHANCEDSTATUSCODES: true,
    disableReverseLookup: true,
    logger: false,
    onConnect(_session, done) {
      connections++;
      done(refusal('greeting'));
    },
    onMailFrom: (_address, _session, done) => done(refusal('mail')),
    onRcptTo: ({ address }, _session, done) => done(refusal(`rcpt ${address}`) ?? refusal('rcpt')),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      const breaks = takes('content');
      if (breaks) stream.once('data', () => cut(session));
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => {
        if (breaks) return;
        const to = session.envelope.rcptTo[0]!.address;
        const no = refusal(`data ${to}`) ?? refusal('data');
        if (no) return done(no);
        take({
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to,
          raw: Buffer.concat(chunks),
        });
        if (silent) return;
        if (takes('dot')) return cut(session);
        done();
        if (takes('answered')) setImmediate(() => socketOf(session)?.end());
      });
    },
  });
  server.on('error', () => {}); // connections that were cut off
  server.server.on('connection', (socket: Socket) => {
    if (takes('connect')) return void socket.destroy();
    const name = socket.remotePort!;
    sockets.set(
      name,
      socket.once('close', () => sockets.delete(name)),
    );
    socket.prependListener('data', (chunk: Buffer) => {
      const text = chunk.toString('latin1');
      const stage = (Object.keys(commands) as Stage[]).find((each) => commands[each]!.test(text) && takes(each));
      if (stage) socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  function take(letter: Received) {
    const id = /^Message-ID: (.*)$/im.exec(letter.raw.toString('latin1', 0, 4_000))?.[1] ?? '';
    seen.set(id, (seen.get(id) ?? 0) + 1);
    took(letter);
    if (keep) received.push(letter);
    for (const wake of waiting) wake();
  }

  function refusal(where: string) {
    const answer = answers.get(where);
    return answer === undefined
      ? null
      : Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
  }

  function takes(stage: Stage) {
    const left = drops.get(stage) ?? 0;
    drops.set(stage, Math.max(0, left - 1));
    return left > 0;
  }

  function socketOf({ remotePort }: SMTPServerSession) {
    return sockets.get(remotePort);
  }

  function cut(session: SMTPServerSession) {
    socketOf(session)?.destroy();
  }

  const listening = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${listening}`,
    port: listening,
    received,
    connections: () => connections,
    /** How many letters came, how many different ones by their Message-ID, and how often the most repeated one. */
    counts: () => ({
      letters: [...seen.values()].reduce((sum, times) => sum + times, 0),
      different: seen.size,
      most: Math.max(0, ...seen.values()),
    }),
    /** Breaks the next connections off there. */
    dropAt: (stage: Stage, times = 1) => void drops.set(stage, times),
    /** `550 5.1.1 No such user` at `rcpt reader@example.com`, `data …`, or to everybody at `greeting`, `mail`, `rcpt`, `data`. */
    answer(where: string, reply: string | null) {
      if (reply === null) answers.delete(where);
      else answers.set(where, reply);
    },
    /** Takes letters and answers them no more. */
    fallSilent: () => void (silent = true),
    /** Resolves when so many letters have come. */
    async came(many: number) {
      while (received.length < many) await new Promise<void>((resolve) => waiting.push(resolve));
      waiting = [];
    },
    async close() {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** As a process of its own (`fork`): says its port, and what it has counted whenever it is asked; ends with who started it. */
if (import.meta.main) {
  const smtp = await startSmtp({ keep: false });
  process.on('message', () => process.send?.(smtp.counts()));
  process.on('disconnect', () => process.exit());
  process.send?.({ port: smtp.port });
}
