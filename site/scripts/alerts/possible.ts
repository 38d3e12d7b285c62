/** Whether this browser can be told, and what stands in the way. */
export type Possible = 'ready' | 'blocked' | 'home-screen' | 'unsupported';

export function possible(): Possible {
  const can = 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;
  if (can) return Notification.permission === 'denied' ? 'blocked' : 'ready';
  return isApple() && !isOnHomeScreen() ? 'home-screen' : 'unsupported';
}

/** An iPad says that it is a Mac, but no Mac can be touched. */
function isApple() {
  const { userAgent, maxTouchPoints } = navigator;
  return /iP(hone|ad|od)/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
}

/** Opened from there. `standalone` is Apple's own word for it, which its browsers said before the standard had one. */
function isOnHomeScreen() {
  const { standalone } = navigator as { standalone?: boolean };
  return standalone === true || matchMedia('(display-mode: standalone), (display-mode: fullscreen)').matches;
}
