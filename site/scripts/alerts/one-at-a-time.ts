/**
 * Lets one page or worker at a time speak with the notifier about this device: what one begins while another ends it would bring somebody
 * back who has just left.
 */
export async function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  return 'locks' in navigator ? await navigator.locks.request('alerts', work) : work();
}
