/** Passes on the address with what is compared: by the share sheet of the device, else by copying it. */
export async function passOn(say: (words: string) => void) {
  const url = location.href;
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
