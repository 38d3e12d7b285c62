/*
 * Waits until somebody asks for the moving map: by its button, or with an address that names a stretch of it. Nothing of the map
 * is loaded before.
 */

const section = document.querySelector<HTMLElement>('.map-live')!;
const button = section.querySelector<HTMLButtonElement>('.map-open')!;
const says = section.querySelector('.map-says')!;
const room = section.querySelector<HTMLElement>('.map-room')!;

button.addEventListener('click', () => void open(true));
if (location.hash.startsWith('#map=')) void open(false);

async function open(asked: boolean) {
  button.disabled = true;
  says.textContent = '지도를 여는 중입니다.';
  // Its room is there at once, so that nothing moves when the map has come.
  room.hidden = false;
  button.hidden = true;
  try {
    const { openMap } = await import('./live-map.ts');
    await openMap(section);
    if (asked) room.querySelector('canvas')?.focus({ preventScroll: true });
  } catch (problem) {
    room.hidden = true;
    says.textContent =
      problem instanceof Error && problem.name === 'NoPicture'
        ? '이 브라우저에서는 움직이는 지도를 그릴 수 없습니다. 이 페이지의 지도와 목록을 보십시오.'
        : '움직이는 지도를 열지 못했습니다. 연결을 확인하고 다시 여십시오.';
    button.hidden = false;
    button.disabled = false;
  }
}
