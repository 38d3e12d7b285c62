import type { Ground } from './ground.ts';

/** Asks the device where it is, once, and goes there. Where that is stays in the browser. */
export function goToReader(map: Ground, says: HTMLElement) {
  says.textContent = '위치를 찾는 중입니다.';
  navigator.geolocation.getCurrentPosition(
    ({ coords: { longitude, latitude } }) => {
      says.textContent = map.holds([longitude, latitude])
        ? '지도를 내 위치로 옮겼습니다.'
        : '내 위치가 지도 밖에 있습니다.';
      map.goTo([longitude, latitude]);
    },
    ({ code }) => {
      says.textContent =
        code === 1 ? '위치를 쓰도록 허락하지 않으셨습니다. 지도는 그대로 쓸 수 있습니다.' : '위치를 찾지 못했습니다.';
    },
    { timeout: 10_000, maximumAge: 60_000 },
  );
}
