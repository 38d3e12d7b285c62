import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Bytes that the name of a socket may have everywhere: 103 on macOS, 107 on Linux. */
const longest = 100;

/**
 * The socket `<dataDir>/notifier.sock`, and a name for it that is short enough to bind or to connect to, whatever DATA_DIR is called:
 * where its own is too long, one by way of a link in a folder that nobody else can enter. The socket itself is always in DATA_DIR.
 */
export function socketNameIn(dataDir: string) {
  const socket = resolve(dataDir, 'notifier.sock');
  if (Buffer.byteLength(socket) <= longest) return { socket, name: socket, done: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'notifier-'));
  symlinkSync(resolve(dataDir), join(folder, 'to'));
  return {
    socket,
    name: join(folder, 'to', 'notifier.sock'),
    /** Removes the link; what was bound or connected stays. */
    done: () => rmSync(folder, { recursive: true, force: true }),
  };
}
