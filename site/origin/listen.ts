import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Opens a server for connections.
 * @throws a sentence for the operator when the port or the host cannot be had.
 */
export function listen(server: Server, port: number, host: string) {
  return new Promise<void>((resolve, reject) => {
    // Stays on: an error after this one concerns a single connection.
    server.on('error', (cause: NodeJS.ErrnoException) => reject(new Error(whyNot(cause, port, host), { cause })));
    server.listen(port, host, resolve);
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number, host: string) {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop the program that has it, or choose another with PORT=4322.`;
  if (code === 'EACCES') return `Port ${port} is reserved for the system. Choose one from 1024 up with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address "${host}". Use --host 127.0.0.1, or 0.0.0.0 for the whole network.`;
  return `The origin cannot listen at ${host}:${port}: ${message}`;
}

export function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The origin has no network address.');
  return address;
}
