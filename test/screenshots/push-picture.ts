import { readFileSync } from 'node:fs';
import type { Message } from '../../notifier/messages/message.ts';
import { payloadOf } from '../../notifier/senders/push/payload.ts';
import { launchBrowser } from '../browser.ts';

type Wanted = { message: Message; siteUrl: string; file: string; colorScheme: 'light' | 'dark' };

/**
 * A card with all that a push message hands to a device. It is drawn: a browser without a screen shows no notifications, and each
 * device shows them in its own way.
 */
export async function pushPicture({ message, siteUrl, file, colorScheme }: Wanted) {
  const browser = await launchBrowser();
  try {
    const look = { viewport: { width: 390, height: 400 }, deviceScaleFactor: 2, colorScheme, locale: 'ko-KR' };
    const page = await browser.newPage(look);
    await page.setContent(card);
    const { notification } = JSON.parse(payloadOf([message], siteUrl).bytes.toString()) as { notification: Shown };
    const site = new URL(notification.navigate).host;
    await page.evaluate(
      (words) => Object.entries(words).forEach(([part, text]) => (document.getElementById(part)!.textContent = text)),
      { site, title: notification.title, body: notification.body },
    );
    await page.locator('body').screenshot({ path: file });
  } finally {
    await browser.close();
  }
}

type Shown = { title: string; body: string; navigate: string };

const icon = readFileSync(new URL('../../site/public/icons/192.png', import.meta.url)).toString('base64');
const card = `<!doctype html>
<html lang="ko">
<title>알림</title>
<style>
:root{color-scheme:light dark}
body{margin:0;padding:16px;background:light-dark(#d6e0f5,#131416);color:light-dark(#1e2124,#e6e8ea);
  font:16px/1.45 system-ui,'Noto Sans KR',sans-serif;word-break:keep-all}
main{display:flex;gap:12px;padding:16px;border-radius:20px;background:light-dark(#ffffff,#2b3037)}
img{width:40px;height:40px;border-radius:10px}
h1{margin:2px 0;font-size:17px;line-height:1.4}
p{margin:0;white-space:pre-line}
small{color:light-dark(#464c53,#b1b8be);font-size:14px}
</style>
<body><main><img alt="" src="data:image/png;base64,${icon}"><div><small>청약등대 · <span id="site"></span></small>
<h1 id="title"></h1><p id="body"></p></div></main></body>
</html>`;
