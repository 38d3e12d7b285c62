import type { Answers } from './answers.ts';
import { yearsAfter } from './periods.ts';

/** What is wrong with an answer, by the name of its field, in a sentence for the reader. */
export type Problems = Partial<Record<string, string>>;

/** Looks for days that cannot be: unreadable ones are named by the form itself. */
export function problemsOf({
  notice,
  birth,
  married,
  marriedOn,
  ownedEver,
  homelessSince,
  joinedOn,
  spouseJoinedOn,
}: Answers): Problems {
  const found: Problems = {};
  if (notice && birth && birth > notice) found['birth'] = '생년월일이 입주자모집공고일보다 늦습니다.';
  if (notice && birth && yearsAfter(birth, 120) < notice) found['birth'] = '생년월일의 연도를 확인하세요.';
  if (married === 'yes' && marriedOn) {
    if (notice && marriedOn > notice) found['marriedOn'] = '혼인신고일이 입주자모집공고일보다 늦습니다.';
    else if (birth && marriedOn <= birth) found['marriedOn'] = '혼인신고일이 생년월일보다 빠릅니다.';
  }
  if (ownedEver === 'yes' && homelessSince && notice && homelessSince > notice)
    found['homelessSince'] = '무주택이 된 날이 입주자모집공고일보다 늦습니다.';
  if (joinedOn) {
    if (notice && joinedOn > notice) found['joinedOn'] = '가입일이 입주자모집공고일보다 늦습니다.';
    else if (birth && joinedOn < birth) found['joinedOn'] = '가입일이 생년월일보다 빠릅니다.';
  }
  if (spouseJoinedOn && notice && spouseJoinedOn > notice)
    found['spouseJoinedOn'] = '배우자의 가입일이 입주자모집공고일보다 늦습니다.';
  return found;
}
