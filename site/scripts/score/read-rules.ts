import type { Condition, Way } from './eligibility.ts';
import type { Tables } from './score.ts';

/** The tables that the page shows are those that count. */
export function tablesOf(page: ParentNode): Tables {
  return Object.fromEntries(
    [...page.querySelectorAll<HTMLElement>('[data-score]')].map((table) => [
      table.dataset['score'],
      [...table.querySelectorAll<HTMLElement>('[data-points]')].map(({ id, dataset }) => ({
        id,
        least: Number(dataset['least']),
        points: Number(dataset['points']),
      })),
    ]),
  ) as Tables;
}

/** The ways that the page shows, with the conditions of their lines. */
export function waysOf(page: ParentNode): Way[] {
  return [...page.querySelectorAll<HTMLElement>('[data-way]')].map((way) => ({
    id: way.id,
    only: way.dataset['only'] ? { ask: way.dataset['only'], is: way.dataset['onlyIs'] } : null,
    lines: [...way.querySelectorAll<HTMLElement>('[data-line]')].map((line) => ({
      id: line.id,
      when: conditionOf(line.dataset),
    })),
  }));
}

function conditionOf({ ask, least, most, is }: DOMStringMap): Condition | null {
  return ask ? { ask, least: number(least), most: number(most), is } : null;
}

function number(text: string | undefined) {
  return text === undefined ? undefined : Number(text);
}
