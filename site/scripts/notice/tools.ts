/**
 * What a notice page offers where scripts run: to pass its address on, and to print it. By the share sheet of the device; where
 * it has none, the address is copied.
 */
export function offerTools(page: Document) {
  const said = page.querySelector('[data-said]');
  const say = (words: string) => {
    if (said) said.textContent = words;
  };
  page.querySelector('[data-share]')?.addEventListener('click', () => void share(say));
  page.querySelector('[data-print]')?.addEventListener('click', () => print());
}

async function share(say: (words: string) => void) {
  const url = location.origin + location.pathname;
  try {
    if ('share' in navigator) await navigator.share({ title: document.title, url });
    else await copy(url, say);
  } catch (refusal) {
    // Who closes the sheet has decided; after any other refusal the address can still be copied by hand.
    if (!(refusal instanceof DOMException && refusal.name === 'AbortError')) say(url);
  }
}

async function copy(url: string, say: (words: string) => void) {
  await navigator.clipboard.writeText(url);
  say('주소를 복사했습니다.');
}
