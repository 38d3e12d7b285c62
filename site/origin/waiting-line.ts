import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Readers may send the next request before they have the answer to the last. The answers wait in line; each costs memory,
 * and a reader who never takes the first could make us hold thousands.
 */
export function waitingLine(atMost: number) {
  const waiting = new WeakMap<Socket, number>();

  /** False when too many answers wait on this connection already. */
  return function join(socket: Socket, response: ServerResponse) {
    if (hasTurn(response)) return true;
    const before = waiting.get(socket) ?? 0;
    if (before >= atMost) return false;
    waiting.set(socket, before + 1);
    response.once('socket', () => waiting.set(socket, waiting.get(socket)! - 1));
    return true;
  };
}

/** Resolves when the answer is the next one on its connection, or the reader has left. */
export async function turnOf(response: ServerResponse) {
  if (hasTurn(response)) return;
  await new Promise<void>((resolve) => {
    response.once('socket', resolve);
    response.once('close', resolve);
  });
}

/** Node gives an answer the socket when those before it are through, or takes it away when the reader leaves. */
function hasTurn(response: ServerResponse) {
  return response.socket !== null || response.destroyed;
}
