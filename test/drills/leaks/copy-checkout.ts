import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies what git knows or would know of a checkout. Its packages are linked one by one into a folder of the copy, so that
 * what tools keep there does not meet what they keep in the checkout.
 */
export function copyCheckout(root: string, copy: string) {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  for (const file of new Set(listed.split('\0')))
    // A file that was deleted and not committed is still listed.
    if (file !== '' && existsSync(join(root, file))) cpSync(join(root, file), join(copy, file));
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')).filter((each) => !keptByTools.test(each)))
    symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
}

const keptByTools = /^\.(?!bin$)/;
