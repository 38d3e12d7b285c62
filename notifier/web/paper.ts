import type { IncomingMessage } from 'node:http';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Takes what a renderer writes to a response, for somebody else to send. */
export class Paper extends Writable {
  readonly req: IncomingMessage;
  readonly chunks: Buffer[] = [];
  readonly written: Promise<void>;
  statusCode = 0;
  statusMessage = '';
  headersSent = false;

  constructor(req: IncomingMessage) {
    super();
    this.req = req;
    this.written = finished(this);
    // Whoever draws waits for it; a renderer that fails before is an error of its own.
    this.written.catch(() => {});
  }

  writeHead(status: number) {
    this.statusCode = status;
    this.headersSent = true;
    return this;
  }

  override _write(chunk: Buffer, _: string, done: () => void) {
    this.chunks.push(chunk);
    done();
  }
}
