/*
 * What a reader's choices leave on the device, and nowhere else. Each name begins with the site's own, so that the privacy page
 * can say what there is, and one button can take it away.
 */

const prefix = 'lighthouse.';

/** What was kept under a name, or null where nothing was, or it cannot be read. The caller checks its shape. */
export function kept(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(prefix + name) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps a value until it is forgotten. @returns false where the browser keeps nothing, for want of room or by its settings. */
export function keep(name: string, value: unknown) {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Takes away everything that this site has kept with `keep`. */
export function forgetAll() {
  for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
}
