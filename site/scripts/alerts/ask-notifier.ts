import type { Refusal } from '../../../db/alert-pages.ts';

/** What the notifier says: data, or why not, in words for the reader. `why` is missing where somebody else has answered, or nobody. */
export type Told<Data> = { data: Data } | { status: number; words: string; why?: Refusal };

/** Whoever waits for an answer keeps others waiting: in milliseconds. */
const patience = 30_000;

/** Asks the notifier for something of alerts. Never throws: being without a connection is an answer too, of status 0. */
export async function askNotifier<Data>(method: string, path: string, body?: object): Promise<Told<Data>> {
  try {
    const answer = await fetch(`/alerts/${path}`, {
      method,
      signal: AbortSignal.timeout(patience),
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    // What is no JSON is not of the notifier: a page of who stands in for it, or of a network that wants a log-in first.
    const said = await answer.json().catch(() => null);
    if (answer.ok && said) return { data: said };
    return { status: answer.status, words: said?.words ?? wordsFor(said?.why, answer.status), why: said?.why };
  } catch {
    return { status: 0, words: '연결되지 않았습니다. 인터넷에 연결되어 있는지 살펴보고 다시 눌러 주세요.' };
  }
}

function wordsFor(why: Refusal | undefined, status: number) {
  if (status === 429) return '짧은 동안에 너무 많이 눌렀습니다. 10분쯤 뒤에 다시 시도해 주세요.';
  if (why === 'not agreed') return '개인정보 안내가 바뀌었습니다. 화면을 새로 고쳐 읽어 보고 다시 동의해 주세요.';
  if (why === 'unknown') return '이 기기의 알림이 멈춰 있습니다. 아래에서 다시 신청해 주세요.';
  if (why && status < 500) return '고른 내용을 받을 수 없습니다. 화면을 새로 고친 뒤 다시 골라 주세요.';
  return '지금은 처리하지 못했습니다. 잠시 뒤에 다시 시도해 주세요.';
}
