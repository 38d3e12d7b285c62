import { kindNames } from '../../../db/kinds.ts';
import { pyeong, squareMetres } from '../../words/areas.ts';
import { inMonth, onDay, period, receiptDays, type When } from '../../words/days.ts';
import { grouped, households, wonRange } from '../../words/numbers.ts';
import { householdsOf, spanOf, specialOf, type Column } from './columns.ts';
import { marked } from './marks.ts';

/** What is said of one notice in a row. */
export type Cell = { words?: string; days?: When[]; note?: string; href?: string; mark?: string };
export type Row = { name: string; cells: Cell[]; same: boolean };
export type Group = { name: string; rows: Row[] };

/** What notices are compared by, in groups; what is known of none of them is left out. Days leave out the year of `today`. */
export function groupsOf(columns: Column[], today: string): Group[] {
  const groups = [
    { name: '공급', lines: supplyLines(columns) },
    { name: '금액과 면적', lines: amountLines(columns) },
    { name: '일정', lines: dayLines(today) },
    { name: '특별공급', lines: specialLines(columns) },
    { name: '사업', lines: companyLines },
  ];
  return groups
    .map(({ name, lines }) => ({ name, rows: lines.flatMap((line) => rowOf(line, columns)) }))
    .filter(({ rows }) => rows.length > 0);
}

type Line = {
  name: string;
  of: (column: Column) => Cell | null;
  /** A number that columns can be ordered by, where each of them has one, and which end of the order is worth a word. */
  order?: { by: (column: Column) => number | null; best: 'lowest' | 'highest' };
};

function rowOf({ name, of, order }: Line, columns: Column[]): Row[] {
  const cells = columns.map(of);
  if (cells.every((cell) => cell === null)) return [];
  const known = cells.map((cell) => cell ?? { words: '-' });
  const said = new Set(known.map((cell) => JSON.stringify(cell)));
  const same = said.size === 1 && columns.length > 1;
  return [{ name, same, cells: order ? marked(known, columns.map(order.by), order.best) : known }];
}

function supplyLines(columns: Column[]): Line[] {
  return [
    { name: '지역', of: ({ notice }) => ({ words: notice.place }) },
    { name: '공급 유형', of: ({ notice }) => ({ words: kindNames[notice.kind] }) },
    { name: '세대', of: (column) => worded(householdsOf(column), households), ...mostOf(columns, householdsOf) },
    {
      name: '주택형',
      of: ({ chosen, types }) =>
        chosen.type === null && types.length > 0
          ? { words: `${types.length}개` }
          : worded(types[0], ({ name }) => name),
    },
    {
      name: '규제와 특별법',
      of: ({ notice }) => worded(notice.flags, (flags) => flags.join(', ') || '해당 없음'),
    },
  ];
}

/** A whole notice has more households than a type: only among equals is it worth a word who has most. */
function mostOf(columns: Column[], by: (column: Column) => number | null): Pick<Line, 'order'> {
  const equals = new Set(columns.map(({ chosen }) => chosen.type === null)).size === 1;
  return equals ? { order: { by, best: 'highest' } } : {};
}

function amountLines(columns: Column[]): Line[] {
  const names = new Set(columns.map(({ notice }) => notice.amount));
  const rents = new Set(columns.map(({ notice }) => notice.rent));
  const bases = new Set(columns.flatMap(({ notice }) => notice.by ?? []));
  const price = (column: Column) => spanOf(column, (type) => (type.doubtful ? undefined : type.price));
  const perPyeong = (column: Column) => spanOf(column, (type) => type.perPyeong);
  return [
    {
      name: names.size === 1 ? [...names][0]! : '금액',
      of: (column) => amountCell(column, price(column), names.size > 1 || rents.size > 1),
      // A deposit and a price are two things.
      ...(rents.size === 1 && { order: { by: (column: Column) => single(price(column)), best: 'lowest' as const } }),
    },
    {
      name: '3.3㎡당',
      of: (column) => {
        const cell = worded(perPyeong(column), ({ lowest, highest }) => wonRange(lowest, highest));
        return cell && bases.size > 1 ? { ...cell, note: `${column.notice.by}면적 기준` } : cell;
      },
      ...(bases.size === 1 && {
        order: { by: (column: Column) => single(perPyeong(column)), best: 'lowest' as const },
      }),
    },
    { name: '전용면적', of: (column) => areaCell(spanOf(column, ({ exclusive }) => exclusive)) },
    { name: '공급면적', of: (column) => areaCell(spanOf(column, ({ supplied }) => supplied)) },
  ];
}

type Span = ReturnType<typeof spanOf>;

function amountCell({ notice, types }: Column, span: Span, named: boolean): Cell | null {
  const doubtful = types.some((type) => type.doubtful);
  if (!span) return doubtful ? { words: '확인 필요', note: '금액이 지나치게 크거나 작습니다' } : null;
  const notes = [
    ...(named ? [notice.rent ? '보증금일 수 있습니다' : notice.amount] : []),
    ...(doubtful ? ['확인이 필요한 금액이 따로 있습니다'] : []),
  ];
  return { words: wonRange(span.lowest, span.highest), ...(notes.length > 0 && { note: notes.join('. ') }) };
}

function areaCell(span: Span): Cell | null {
  if (!span) return null;
  const range = (words: (area: number) => string) =>
    [...new Set([words(span.lowest), words(span.highest)])].join(' ~ ').replace(/(㎡|평) ~/, ' ~');
  return { words: range(squareMetres), note: range(pyeong) };
}

function dayLines(today: string): Line[] {
  const year = today.slice(0, 4);
  return [
    { name: '모집공고', of: ({ notice }) => ({ days: [onDay(notice.announced, year)] }) },
    {
      name: '청약 접수',
      of: ({ notice: { opens, closes } }) =>
        opens
          ? {
              days: receiptDays(opens, closes ?? null, year),
              ...(closes && closes < today && { note: '마감' }),
            }
          : null,
    },
    { name: '당첨자 발표', of: ({ notice }) => dated(notice.winners && [onDay(notice.winners, year)]) },
    { name: '계약', of: ({ notice }) => dated(notice.contract && period(...notice.contract, year)) },
    { name: '입주 예정', of: ({ notice }) => dated(notice.moveIn && [inMonth(notice.moveIn)]) },
  ];
}

function specialLines(columns: Column[]): Line[] {
  const categories = new Set(columns.flatMap((column) => [...(specialOf(column)?.keys() ?? [])]));
  const all = (column: Column) => {
    const sums = specialOf(column);
    return sums && [...sums.values()].reduce((sum, count) => sum + count, 0);
  };
  if (categories.size === 0) return [];
  const counted = (count: number | null | undefined): Cell => ({ words: count ? grouped(count) : '없음' });
  return [
    { name: '모두', of: (column) => counted(all(column)), ...mostOf(columns, all) },
    ...[...categories].map((category) => ({
      name: category,
      of: (column: Column) => counted(specialOf(column)?.get(category)),
    })),
  ];
}

const companyLines: Line[] = [
  { name: '시공사', of: ({ notice }) => worded(notice.builder, String) },
  { name: '사업주체', of: ({ notice }) => worded(notice.developer, String) },
  {
    name: '공식 공고',
    of: ({ notice }) => (notice.official ? { words: '청약홈', href: notice.official } : null),
  },
];

function single(span: Span) {
  return span && span.lowest === span.highest ? span.lowest : null;
}

function worded<Value>(value: Value | null | undefined, words: (value: Value) => string): Cell | null {
  return value === null || value === undefined ? null : { words: words(value) };
}

function dated(days: When[] | '' | undefined): Cell | null {
  return days ? { days } : null;
}
