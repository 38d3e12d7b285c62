/** What is kept from the first visit on: the page for those without a connection, and the files that it needs. */
declare const SHELL_FILES: string[];
/** Digest of the shell: another one, another cache. */
declare const SHELL_VERSION: string;

const name = `shell-${SHELL_VERSION}`;
export const offlinePage = '/offline/';

export async function keepShell() {
  const shell = await caches.open(name);
  await shell.addAll(SHELL_FILES.map((path) => new Request(path, { cache: 'reload' })));
}

/** Shells of earlier releases go. Pages that were kept have their own files in the cache of assets. */
export async function dropOldShells() {
  const old = (await caches.keys()).filter((each) => each.startsWith('shell-') && each !== name);
  await Promise.all(old.map((each) => caches.delete(each)));
}
