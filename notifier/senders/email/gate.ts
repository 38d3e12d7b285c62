import { Readable } from 'node:stream';
import type { Ask } from './post.ts';

/**
 * A letter that asks at the door when its first byte is wanted, which is when the server has said 354 and waits for it. Where the door
 * is shut by then it breaks off: without the last dot a server must forget the letter (RFC 5321 §4.1.1.4).
 */
export function gateOf(raw: Buffer, ask: Ask) {
  let handedOver = false;
  let keptBack: ReturnType<Ask> = null;
  return {
    open: () =>
      new Readable({
        read() {
          if (handedOver) return;
          keptBack = ask();
          if (keptBack) return void this.destroy(new Error('The door is shut.'));
          handedOver = true;
          this.push(raw);
          this.push(null);
        },
      }),
    /** True from when the last byte may have gone: an answer that is lost then may have been a yes. */
    handedOver: () => handedOver,
    keptBack: () => keptBack,
  };
}
