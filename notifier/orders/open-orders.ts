import { rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { z } from 'zod';
import { sentenceOf } from '../../db/command-line.ts';
import { orderNames, ordersOn, wordsOf, type OrderName, type OrderParts } from './orders.ts';
import { socketNameIn } from './socket-name.ts';

const order = z.object({ name: z.enum(orderNames), words: z.array(z.string()) });
const most = 16_384; // bytes

/** Takes orders of this machine's operator over a socket in DATA_DIR that nobody else can open. */
export async function openOrders(dataDir: string, parts: OrderParts) {
  const orders = ordersOn(parts);
  const { socket, name: short, done } = socketNameIn(dataDir);
  rmSync(socket, { force: true }); // left by one that was killed; the lock of the store says that there is no other
  const obey = async (asked: AsyncIterable<Buffer>) => {
    const { name, words } = read(await textOf(asked));
    return orders[name](words);
  };
  const server = createServer((asked, response) => {
    obey(asked).then(
      (answer) => response.end(answer),
      (error: unknown) => response.writeHead(400).end(sentenceOf(error)),
    );
  });
  try {
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      // It is made within this call, so no file of anybody else is.
      const before = process.umask(0o177);
      try {
        server.listen(short, listening);
      } finally {
        process.umask(before);
      }
    });
  } finally {
    done();
  }
  return {
    close() {
      server.close();
      rmSync(socket, { force: true });
    },
  };
}

/** Gives an order to the notifier that runs. @returns its answer; null when none runs. @throws the sentence it refused with. */
export async function giveOrder(dataDir: string, name: OrderName, words: string[]) {
  const { name: short, done } = socketNameIn(dataDir);
  try {
    return await new Promise<string | null>((resolve, reject) => {
      const asking = request({ socketPath: short, method: 'POST', agent: false }, (response) => {
        textOf(response).then((text) => {
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(text));
        }, reject);
      });
      asking.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null);
        else reject(error);
      });
      asking.end(JSON.stringify({ name, words }));
    });
  } finally {
    done();
  }
}

/** @throws a sentence that repeats no word of an order: it may be an address. */
function read(text: string) {
  const given = order.safeParse(JSON.parse(text)).data;
  if (!given)
    throw new Error('The notifier that runs does not know that order. Start it again: it is of another version.');
  const { name, words } = given;
  if (words.length > wordsOf[name])
    throw new Error(
      `"${name}" takes ${wordsOf[name] || 'no'} ${wordsOf[name] === 1 ? 'word' : 'words'} and got ${words.length}. Give an order for each.`,
    );
  return given;
}

async function textOf(stream: AsyncIterable<Buffer>) {
  let text = '';
  for await (const piece of stream) if ((text += piece.toString()).length > most) throw new Error('That is too long.');
  return text;
}
