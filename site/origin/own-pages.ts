import { refusalControl } from './cache-control.ts';
import type { Reply } from './reply.ts';
import { safetyHeaders } from './safety-headers.ts';
import { sharingHeaders } from './sharing-headers.ts';

/** What the origin says when no page of a release can: plain, without a style sheet that might be missing too. */
export const ownPages = {
  unreadableAddress: ownPage(400, '주소를 읽을 수 없습니다', '주소가 올바른지 확인해 주세요.'),
  notFound: ownPage(404, '페이지를 찾을 수 없습니다', '주소가 바뀌었거나 없는 페이지입니다.'),
  readOnly: ownPage(405, '읽기만 할 수 있는 주소입니다', '이 주소로는 정보를 보낼 수 없습니다.', {
    Allow: 'GET, HEAD',
  }),
  tooLong: ownPage(414, '주소가 너무 깁니다', '주소가 올바른지 확인해 주세요.'),
  tooLarge: ownPage(413, '보낸 내용이 너무 깁니다', '고른 것을 줄여서 다시 보내 주세요.'),
  broken: ownPage(500, '페이지를 보여 드릴 수 없습니다', '잠시 뒤에 다시 시도해 주세요.'),
  preparing: ownPage(503, '사이트를 준비하고 있습니다', '잠시 뒤에 저절로 열립니다.', {
    'Retry-After': '5',
    Refresh: '5',
  }),
  alertsAway: ownPage(503, '알림 신청을 잠시 받을 수 없습니다', '잠시 뒤에 다시 시도해 주세요.', {
    'Retry-After': '60',
  }),
};

function ownPage(status: number, title: string, text: string, more: Record<string, string> = {}): Reply {
  const body = Buffer.from(`<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | 청약등대</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="/">청약등대 첫 화면</a></p>
</main>
</body>
</html>
`);
  const own = [
    ['Cache-Control', refusalControl(status)],
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Content-Length', String(body.length)],
    ...Object.entries(more),
  ];
  const headers = [...own.flat(), ...sharingHeaders('/'), ...safetyHeaders];
  return { status, headers, body };
}
