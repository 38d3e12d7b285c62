/** What the notifier says: data, or why not, in words for the reader. */
export type Told<Data> = { data: Data } | { status: number; words: string };

/** Asks the notifier for something of alerts. Never throws: being without a connection is an answer too. */
export async function askNotifier<Data>(method: string, path: string, body?: object): Promise<Told<Data>> {
  try {
    const answer = await fetch(`/alerts/${path}`, {
      method,
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const data = await answer.json().catch(() => ({}));
    if (answer.ok) return { data };
    return { status: answer.status, words: data.words ?? wordsFor(answer.status) };
  } catch {
    return { status: 0, words: '인터넷에 연결되어 있지 않습니다. 연결된 뒤에 다시 눌러 주세요.' };
  }
}

function wordsFor(status: number) {
  if (status === 429) return '짧은 동안에 너무 많이 눌렀습니다. 10분쯤 뒤에 다시 시도해 주세요.';
  if (status === 422) return '고른 내용과 동의를 다시 살펴봐 주세요.';
  return '지금은 처리하지 못했습니다. 잠시 뒤에 다시 시도해 주세요.';
}
