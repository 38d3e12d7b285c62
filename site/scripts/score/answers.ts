/** What a reader has answered; null where nothing, or nothing that can be read, was given. Days are `YYYY-MM-DD`. */
export type Answers = {
  notice: string | null;
  birth: string | null;
  married: 'yes' | 'no' | null;
  marriedOn: string | null;
  /** Homes that the household has now. */
  homes: number | null;
  /** Whether the applicant or the spouse ever had a home, and since when they have none. */
  ownedEver: 'yes' | 'no' | null;
  homelessSince: string | null;
  parents: number | null;
  children: number | null;
  joinedOn: string | null;
  spouseJoinedOn: string | null;
  /** Answers that are conditions of a rule as they are, by the name that the rule asks for. */
  asked: Record<string, string>;
};
