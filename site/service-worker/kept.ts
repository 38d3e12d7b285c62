/** Caches that grow, and how many answers each may hold. The oldest go first. */
const most = { pages: 60, saved: 200, assets: 120, lists: 12 };
export type Shelf = keyof typeof most;

/** Keeps an answer in the place of the one before. A full device is no reason to fail: what is kept stays. */
export async function put(wanted: Shelf, request: Request, answer: Response) {
  if (!isWorthKeeping(answer)) return;
  try {
    const shelf = wanted === 'pages' && (await isSaved(request)) ? 'saved' : wanted;
    const cache = await caches.open(shelf);
    await cache.delete(request, { ignoreVary: true });
    await cache.put(request, answer);
    const kept = await cache.keys();
    await Promise.all(kept.slice(0, Math.max(0, kept.length - most[shelf])).map((each) => cache.delete(each)));
  } catch {
    return;
  }
}

/** A saved page has one place: its visits renew it there. */
async function isSaved(request: Request) {
  return (await (await caches.open('saved')).match(request, { ignoreVary: true })) !== undefined;
}

/** Our own whole answers only: no error, no redirect, nothing of another host. */
function isWorthKeeping({ status, type, redirected }: Response) {
  return status === 200 && type === 'basic' && !redirected;
}

/** What is kept of an address, on whatever shelf; its query counts for nothing on a page. */
export function find(request: Request, ignoreSearch = false) {
  return caches.match(request, { ignoreSearch, ignoreVary: true });
}

/** Makes a shelf hold just these pages: others go, and what is not there yet is fetched. A visit renews what is. */
export async function holdJust(shelf: Shelf, paths: string[]) {
  const cache = await caches.open(shelf);
  for (const { url } of await cache.keys()) if (!paths.includes(new URL(url).pathname)) await cache.delete(url);
  for (const path of paths.slice(0, most[shelf])) {
    const request = new Request(path);
    if (await cache.match(request, { ignoreVary: true })) continue;
    try {
      await put(shelf, request, await fetch(request));
      await (await caches.open('pages')).delete(request, { ignoreVary: true });
    } catch {
      return; // without a connection what is there stays
    }
  }
}
