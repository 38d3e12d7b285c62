/** Lets what is found, once it is, come where something else stands in the page: both at once, so that nothing moves. */
export function makeRoom(root: HTMLElement, leaves: string, comes: string) {
  root.querySelector<HTMLElement>(leaves)!.hidden = true;
  root.querySelector<HTMLElement>(comes)!.hidden = false;
}
