/** Asks the service worker to hold just the pages of these notices for a time without connection. */
export async function keepSaved(ids: string[]) {
  if (!('serviceWorker' in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ saved: ids.map((id) => `/notices/${id}/`) });
}
