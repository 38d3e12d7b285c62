import { link, part, time } from '../search/parts.ts';
import { keyOf, type Chosen } from './chosen.ts';
import type { Column } from './columns.ts';
import type { Cell, Group, Row } from './rows.ts';

export type Presses = { drop: (column: Column) => void; change: (column: Column, to: Chosen) => void };

/** Notices side by side. What differs is heavier, what is the same says so. */
export function tableOf(columns: Column[], groups: Group[], presses: Presses) {
  const head = part('tr', '', heading('col', part('span', 'unseen', '항목')));
  head.append(...columns.map((column) => columnHead(column, presses)));
  const table = part('table', `table compare-table compare-${columns.length}`);
  table.append(
    part('caption', 'unseen', '공고 비교'),
    part('thead', '', head),
    ...groups.map((group) => groupBody(group, columns.length)),
  );
  return table;
}

function columnHead(column: Column, { drop, change }: Presses) {
  const { chosen, notice } = column;
  const button = part('button', 'compare-drop scripted', '빼기') as HTMLButtonElement;
  button.type = 'button';
  button.ariaLabel = `${notice.name} 빼기`;
  button.addEventListener('click', () => drop(column));
  const cell = heading('col', link('compare-name', `/notices/${chosen.id}/`, notice.name));
  if (notice.types.length > 1) cell.append(typeChoice(column, change));
  cell.append(button);
  return cell;
}

/** The house types of a notice, or all of it. */
function typeChoice({ chosen, notice }: Column, change: Presses['change']) {
  const select = document.createElement('select');
  select.className = 'compare-type';
  select.ariaLabel = `${notice.name} 주택형`;
  select.dataset['key'] = keyOf(chosen);
  select.append(new Option(`주택형 ${notice.types.length}개`, ''));
  for (const { no, name } of notice.types) select.append(new Option(name, no));
  select.value = chosen.type ?? '';
  select.addEventListener('change', () =>
    change({ chosen, notice, types: [] }, { id: chosen.id, type: select.value || null }),
  );
  return select;
}

function groupBody({ name, rows }: Group, columns: number) {
  const heads = heading('rowgroup', name) as HTMLTableCellElement;
  heads.colSpan = columns + 1;
  return part('tbody', '', part('tr', '', heads), ...rows.map(rowElement));
}

function rowElement({ name, cells, same }: Row) {
  const head = heading('row', name, ...(same ? [part('small', '', '모두 같음')] : []));
  const way = cells.some(({ href }) => href);
  const look = way ? 'compare-way' : same || cells.length === 1 ? '' : 'compare-differs';
  return part('tr', look, head, ...cells.map(cellElement));
}

function cellElement({ words, days = [], note, href, mark }: Cell) {
  const cell = part('td', '');
  if (href) {
    const outside = link('outside', href, words!);
    outside.rel = 'noopener noreferrer';
    cell.append(outside);
  } else if (words) cell.append(words);
  cell.append(...days.flatMap((day, i) => [...(i > 0 ? [' '] : []), time(day)]));
  if (mark) cell.append(' ', part('span', 'badge soon', mark));
  if (note) cell.append(part('small', '', note));
  return cell;
}

function heading(scope: string, ...children: (Node | string)[]) {
  const element = part('th', '', ...children);
  element.setAttribute('scope', scope);
  return element;
}
