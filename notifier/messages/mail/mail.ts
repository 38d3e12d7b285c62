/** One mail in words: what a reader sees, the same in both forms. */
export type Mail = { subject: string; text: string; html: string };

/** What stands in a mail, before it has a form. */
export type Content = {
  /** Subject and heading. Never a word of somebody who is not the reader, but for the name of a notice. */
  heading: string;
  parts: Part[];
  /** 왜 받았나요, one or more sentences. */
  why: string;
};

export type Part =
  | { is: 'text'; text: string }
  | { is: 'button'; words: string; href: string }
  | { is: 'news'; title: string; line: string; why: string; href: string }
  | { is: 'facts'; facts: [name: string, value: string][] };

/** Where a mail leads at its end. */
export type Ending = { unsubscribe: string; askToManage: string; home: string };
