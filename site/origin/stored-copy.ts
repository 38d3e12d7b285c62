import { hash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { Copy } from './copies.ts';

/**
 * All bytes of a stored copy.
 * @throws when they are not the ones that the manifest lists.
 */
export async function readCopy(path: string, copy: Copy) {
  const file = await openCopy(path, copy);
  try {
    const body = await file.readFile();
    if (hash('sha256', body) !== copy.sha256) throw new Error('its bytes are not the ones that the manifest lists');
    return body;
  } finally {
    await file.close();
  }
}

/**
 * Opens a stored copy. Once open it can be read to its end, even when its folder is deleted.
 * @throws when it is missing, is a link or has another size than the manifest lists.
 */
export async function openCopy(path: string, copy: Copy): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size } = await file.stat();
    if (size !== copy.bytes) throw new Error(`it has ${size} bytes where the manifest lists ${copy.bytes}`);
    return file;
  } catch (problem) {
    await file.close();
    throw problem;
  }
}
