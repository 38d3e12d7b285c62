/** What is said when no page can be drawn: plain, without a style sheet that might be missing too. */
export const lastResort = Buffer.from(`<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>화면을 보여 드릴 수 없습니다 | 청약등대</title>
</head>
<body>
<main>
<h1>화면을 보여 드릴 수 없습니다</h1>
<p>잠시 뒤에 다시 시도해 주세요.</p>
<p><a href="/alerts/">알림 신청</a></p>
</main>
</body>
</html>
`);
