import type { Condition } from '../../content/rules/eligibility.ts';
import type { Rule } from '../../content/rules/rule.ts';
import { sources } from '../../content/rules/sources.ts';

/** A line of a rule for a page: what it says, where it was read, and what is to be checked where that is not sure. */
export type ShownRule = { id: string; text: string; source: string; check: string | null; when: Condition | null };

/** Lines that several groups share get the group's name before their own, so that each has its anchor. */
export function shownRule(rule: Rule & { when?: Condition }, group = ''): ShownRule {
  const { id, text, source, when = null } = rule;
  return {
    id: group ? `${group}-${id}` : id,
    text,
    source: sources[source].title,
    check: rule.sure ? null : rule.check,
    when,
  };
}
