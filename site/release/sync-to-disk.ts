import { spawnSync } from 'node:child_process';

/**
 * Makes what a folder holds survive a power cut. One syncfs(2) of its file system, through coreutils: an fsync for each of
 * 100,000 files takes minutes. A system without it relies on its own write-back.
 */
export function syncToDisk(folder: string) {
  spawnSync('sync', ['-f', folder], { stdio: 'ignore' });
}
