import { rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { sentenceOf } from '../../db/command-line.ts';
import { orderNames, ordersOn, type OrderName, type OrderParts } from './orders.ts';

const order = z.object({ name: z.enum(orderNames), words: z.array(z.string().max(400)).max(3) });
const most = 4_096; // bytes

const socketOf = (dataDir: string) => resolve(join(dataDir, 'notifier.sock'));

/** Takes orders of this machine's operator over a socket in DATA_DIR that nobody else can open. */
export async function openOrders(dataDir: string, parts: OrderParts) {
  const orders = ordersOn(parts);
  const socket = socketOf(dataDir);
  rmSync(socket, { force: true }); // left by one that was killed; the lock of the store says that there is no other
  const obey = async (asked: AsyncIterable<Buffer>) => {
    const { name, words } = order.parse(JSON.parse(await textOf(asked)));
    return orders[name](words);
  };
  const server = createServer((asked, response) => {
    obey(asked).then(
      (answer) => response.end(answer),
      (error: unknown) => response.writeHead(400).end(sentenceOf(error)),
    );
  });
  const before = process.umask(0o177);
  try {
    await new Promise<void>((listening, failed) => {
      server.once('error', failed).listen(socket, listening);
    });
  } finally {
    process.umask(before);
  }
  return { close: () => void server.close() };
}

/** Gives an order to the notifier that runs. @returns its answer; null when none runs. @throws the sentence it refused with. */
export function giveOrder(dataDir: string, name: OrderName, words: string[]) {
  return new Promise<string | null>((resolveOrder, reject) => {
    const asking = request({ socketPath: socketOf(dataDir), method: 'POST' }, (response) => {
      textOf(response).then((text) => {
        if (response.statusCode === 200) resolveOrder(text);
        else reject(new Error(text));
      }, reject);
    });
    asking.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolveOrder(null);
      else reject(error);
    });
    asking.end(JSON.stringify({ name, words }));
  });
}

async function textOf(stream: AsyncIterable<Buffer>) {
  let text = '';
  for await (const piece of stream) if ((text += piece.toString()).length > most) throw new Error('That is too long.');
  return text;
}
