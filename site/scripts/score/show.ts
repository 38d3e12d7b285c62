import type { Fit, Verdict } from './eligibility.ts';
import { fields } from './form.ts';
import type { Problems } from './problems.ts';
import type { Part, Score } from './score.ts';

/** Says what is wrong beside each field. @returns the names of those fields, in the order of the page. */
export function showProblems(form: ParentNode, problems: Problems) {
  for (const field of fields(form)) {
    const problem = problems[field.dataset['field']!] ?? '';
    document.querySelector(`#${field.id}-problem`)!.textContent = problem;
    if (problem) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }
  return fields(form)
    .map((field) => field.dataset['field']!)
    .filter((name) => problems[name]);
}

const parts = ['homeless', 'family', 'account', 'spouse'] as const;

export function showScore(score: Score) {
  for (const row of document.querySelectorAll('.score-here')) row.classList.remove('score-here');
  for (const name of parts) showPart(name, score[name]);
  text('#score-total', score.total === null ? '–' : String(score.total));
  const missing = parts.filter((name) => !score[name]).map((name) => tableOf(name).dataset['name']);
  say(
    score.total === null
      ? `답이 더 있어야 합계가 나옵니다: ${missing.join(', ')}`
      : `적은 대로라면 가점은 ${score.total}점일 가능성이 있습니다. 조건을 확인하세요.`,
  );
}

/** Takes the result away, and says why where there is a reason. */
export function clear(why = '답을 적고 “계산하기”를 누르면 여기에 나옵니다.') {
  for (const row of document.querySelectorAll('.score-here')) row.classList.remove('score-here');
  for (const slot of document.querySelectorAll('[data-part]')) slot.textContent = '–';
  for (const slot of document.querySelectorAll('[data-why]')) slot.textContent = '';
  text('#score-total', '–');
  say(why);
  showVerdicts([], false);
}

const states = {
  maybe: '가능성이 있습니다. 조건을 확인하세요',
  short: '맞지 않는 조건이 있습니다',
  ask: '답이 더 있어야 합니다',
};
const fits: Record<Fit, [words: string, tone: string]> = {
  met: ['맞음', 'open'],
  unmet: ['안 맞음', 'today'],
  look: ['직접 확인', 'quiet'],
};

/** Says what the answers mean for each way, and marks each line of it. With `lead` the result comes into view. */
export function showVerdicts(verdicts: Verdict[], lead: boolean) {
  for (const mark of document.querySelectorAll('.score-fit')) mark.remove();
  for (const { lines } of verdicts) for (const { id, fit } of lines) markLine(id, fit);
  const items = verdicts.map(({ id, state }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `#${id}`;
    link.textContent = document.getElementById(id)?.dataset['way'] ?? '';
    item.append(link, ` ${states[state]}`);
    return item;
  });
  document.querySelector('#score-verdicts')!.replaceChildren(...items);
  if (lead) document.querySelector<HTMLElement>('#score-result')?.focus();
}

function showPart(name: (typeof parts)[number], part: Part | null) {
  const table = tableOf(name);
  text(`[data-part="${name}"]`, part ? `${part.points}점` : '–');
  const row = part?.step ? document.getElementById(part.step) : null;
  row?.classList.add('score-here');
  const why = row ? `${row.querySelector('th')!.textContent} · 근거: ${table.dataset['source']}` : '점수가 없습니다';
  text(`[data-why="${name}"]`, part ? why : '');
}

function markLine(id: string, fit: Fit) {
  const [words, tone] = fits[fit];
  const mark = document.createElement('span');
  mark.className = `badge score-fit ${tone}`;
  mark.textContent = words;
  document.getElementById(id)?.prepend(mark);
}

function tableOf(name: string) {
  return document.querySelector<HTMLElement>(`[data-score="${name}"]`)!;
}

function say(words: string) {
  text('#score-said', words);
}

function text(selector: string, words: string) {
  document.querySelector(selector)!.textContent = words;
}
