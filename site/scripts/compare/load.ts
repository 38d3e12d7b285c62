import { fileOf, type CompareFile } from './compare-file.ts';

const files = new Map<string, Promise<CompareFile['notices']>>();

/** What a notice is compared by; null where there is none of this number. Its file is asked for once, again after a failure. */
export async function loadCompared(id: string) {
  const name = fileOf(id);
  let file = files.get(name);
  if (!file) {
    file = get(name);
    files.set(name, file);
    file.catch(() => files.delete(name));
  }
  return (await file)[id] ?? null;
}

async function get(name: string) {
  const answer = await fetch(`/compare/${name}`);
  // There is no file where there is no notice.
  if (answer.status === 404) return {};
  if (!answer.ok) throw new Error(`/compare/${name} answers ${answer.status}.`);
  return ((await answer.json()) as CompareFile).notices;
}
