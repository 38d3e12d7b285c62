import { account, family, homeless, spouse } from '../../../../content/rules/score.ts';
import type { Answers } from '../../../../site/scripts/score/answers.ts';
import type { Tables } from '../../../../site/scripts/score/score.ts';

export const tables: Tables = {
  homeless: homeless.steps,
  family: family.steps,
  account: account.steps,
  spouse: spouse.steps,
};

/** Somebody of 36 without a home, unmarried, whose account is of 2014. */
export const someone: Answers = {
  notice: '2026-11-20',
  birth: '1990-03-15',
  married: 'no',
  marriedOn: null,
  homes: 0,
  ownedEver: 'no',
  homelessSince: null,
  parents: 0,
  children: 0,
  joinedOn: '2014-06-02',
  spouseJoinedOn: null,
  asked: {},
};
