import type { Copy } from './copies.ts';
import { readCopy } from './stored-copy.ts';

/** Bodies in memory by their digest, so that a file that a new release did not change stays. */
export type HotBodies = {
  get(sha256: string): Buffer | undefined;
  /** Reads a body and keeps it; those not asked for the longest make room. Many who want it at once read it once. */
  fetch(path: string, copy: Copy): Promise<Buffer>;
};

export function hotBodies(atMost: number): HotBodies {
  const bodies = new Map<string, Buffer>();
  const fetching = new Map<string, Promise<Buffer>>();
  let held = 0;

  async function read(path: string, copy: Copy) {
    try {
      const body = await readCopy(path, copy);
      keep(copy.sha256, body);
      return body;
    } finally {
      fetching.delete(path);
    }
  }

  function keep(sha256: string, body: Buffer) {
    drop(sha256);
    bodies.set(sha256, body);
    held += body.length;
    for (const oldest of bodies.keys()) {
      if (held <= atMost) break;
      drop(oldest);
    }
  }

  function drop(sha256: string) {
    held -= bodies.get(sha256)?.length ?? 0;
    bodies.delete(sha256);
  }

  return {
    get(sha256) {
      const body = bodies.get(sha256);
      // A map keeps its keys in the order of their coming: the first is the one not asked for the longest.
      if (body) {
        bodies.delete(sha256);
        bodies.set(sha256, body);
      }
      return body;
    },
    fetch(path, copy) {
      const under = fetching.get(path) ?? read(path, copy);
      fetching.set(path, under);
      return under;
    },
  };
}
