import { koreanDay, systemClock } from '../../../db/clock.ts';
import { verdictsOf } from './eligibility.ts';
import { answersOf } from './form-answers.ts';
import { fieldNamed, fields, fill, showAfter, typed } from './form.ts';
import { forgetAnswers, keepAnswers, keptAnswers } from './kept-answers.ts';
import { problemsOf } from './problems.ts';
import { tablesOf, waysOf } from './read-rules.ts';
import { scoreOf } from './score.ts';
import { clear, showProblems, showScore, showVerdicts } from './show.ts';

/*
 * The form of /score/. What is typed stays in the page: fields have no names, so that even a form that is sent by a browser
 * without this script says nothing, and the page's policy lets nothing be fetched.
 */

const form = document.querySelector<HTMLFormElement>('#score-form')!;
const said = document.querySelector('#score-kept')!;
let counted = false;

start();

function start() {
  const kept = keptAnswers();
  fill(form, { notice: koreanDay(systemClock.now()), ...kept });
  showAfter(form);
  if (kept) {
    said.textContent = '이 기기에 기억해 둔 답을 불러왔습니다.';
    count(false);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    count(true);
  });
  form.addEventListener('change', () => {
    showAfter(form);
    if (counted) count(false);
  });
  document.querySelector('#score-keep')!.addEventListener('click', () => {
    said.textContent = keepAnswers(typed(form))
      ? '이 기기에 기억했습니다. “모두 지우기”를 누르면 사라집니다.'
      : '이 브라우저가 저장을 허락하지 않습니다.';
  });
  document.querySelector('#score-forget')!.addEventListener('click', () => {
    forgetAnswers();
    counted = false;
    for (const field of fields(form)) field.value = '';
    fill(form, { notice: koreanDay(systemClock.now()) });
    showAfter(form);
    showProblems(form, {});
    clear();
    said.textContent = '적은 답과 이 기기에 기억한 답을 지웠습니다.';
  });
}

/** Counts, and when somebody asked for it leads to what is wrong, or to the result. */
function count(asked: boolean) {
  counted = true;
  const { answers, unreadable } = answersOf(typed(form));
  const problems = { ...problemsOf(answers), ...unreadable };
  const [first] = showProblems(form, problems);
  if (first) {
    clear('고칠 곳이 있습니다. 빨간 글을 보세요.');
    if (asked) fieldNamed(form, first)?.focus();
    return;
  }
  showScore(scoreOf(answers, tablesOf(document)));
  showVerdicts(verdictsOf(waysOf(document), answers), asked);
}
