import { expect, test } from 'vitest';
import { guideHtml } from '../../../site/guides/guide-html.ts';

test('a mark of doubt is seen, with what is to be checked', () => {
  expect(guideHtml('<p>집입니다. [확인 필요: 규칙 제53조에서 확인하세요]</p>')).toBe(
    '<p>집입니다. <span class="guide-check"><span class="badge soon">확인 필요</span> 규칙 제53조에서 확인하세요</span></p>',
  );
});

test('each mark of a paragraph is its own', () => {
  expect(guideHtml('[확인 필요: 가나다] 사이 [확인 필요: 라마바]').match(/class="badge soon"/g)).toHaveLength(2);
});

test('a table says which cells are heads', () => {
  const table = '<table><thead><tr><th>가</th></tr></thead><tbody><tr>\n<td>나</td><td>다</td></tr></tbody></table>';
  expect(guideHtml(table)).toBe(
    '<table class="table guide-table"><thead><tr><th scope="col">가</th></tr></thead><tbody><tr>\n' +
      '<th scope="row">나</th><td>다</td></tr></tbody></table>',
  );
});

test('a link that leads away says so and tells the other site nothing; one of ours stays as it is', () => {
  expect(guideHtml('<a href="https://www.law.go.kr/">법</a> <a href="/score/">가점</a>')).toBe(
    '<a class="outside" rel="noopener noreferrer" href="https://www.law.go.kr/">법</a> <a href="/score/">가점</a>',
  );
});
