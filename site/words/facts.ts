import type { When } from './days.ts';

/** A fact under its name. Days, a link and a remark where there are any. */
export type Fact = {
  name: string;
  words?: string;
  days?: When[];
  link?: { href: string; outside: boolean };
  note?: string;
};
