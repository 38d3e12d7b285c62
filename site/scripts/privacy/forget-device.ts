import { forgetAll } from '../kept.ts';

const said = document.querySelector('#privacy-said')!;

document.querySelector('#privacy-forget')!.addEventListener('click', () => {
  forgetDevice().then(
    () => (said.textContent = '이 기기에 저장된 것을 모두 지웠습니다.'),
    () => (said.textContent = '지우지 못했습니다. 브라우저 설정에서 이 사이트의 자료를 지워 주세요.'),
  );
});

/** Takes away what this site has left in the browser: choices, kept pages, and the worker that keeps them. */
async function forgetDevice() {
  forgetAll();
  // Neither is there where the page did not come over HTTPS, or the browser keeps nothing.
  if ('serviceWorker' in navigator) {
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.map((worker) => worker.unregister()));
  }
  if ('caches' in globalThis) for (const name of await caches.keys()) await caches.delete(name);
}
