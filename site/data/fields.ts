import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/** What people are told of a column: its meaning, the field of the open API that it comes from, and a unit. */
export type FieldWords = { meaning: string; source: string | null; unit?: string };

/** What a column of open data holds. */
export type DataField = {
  name: string;
  type: FieldType;
  /** False where there is a value in every row. */
  nullable: boolean;
  /** All values that there can be, where these are known. */
  values: string[] | null;
  meaning: string;
  /** `만원`, `㎡`; null where it has none. */
  unit: string | null;
  /** Field of the open API, as it is printed there; null where we add it. */
  source: string | null;
};

export type FieldType = 'text' | 'printed' | 'integer' | 'boolean' | 'day' | 'month' | 'instant';

/** `printed` is text of a narrow form, such as `1,234.50`, `(△12)` or a code: never words of somebody. */
const printed = /^(noticeId|id|noticeNo|modelNo|rate|lowest|highest|average|segment|zip|.*Area|.*Code|sido|sigungu)$/;

export function dataField(name: string, column: SQLiteColumn, { meaning, source, unit }: FieldWords): DataField {
  return {
    name,
    type: typeOf(name, column),
    nullable: !column.notNull,
    values: column.enumValues?.length ? [...column.enumValues] : null,
    meaning,
    unit: unit ?? null,
    source,
  };
}

function typeOf(name: string, { dataType }: SQLiteColumn): FieldType {
  if (dataType === 'number') return 'integer';
  if (dataType === 'boolean') return 'boolean';
  if (name.endsWith('On')) return 'day';
  if (name.endsWith('Month')) return 'month';
  if (/(At|To)$/.test(name)) return 'instant';
  return printed.test(name) ? 'printed' : 'text';
}

/** What a reader of the dictionary is told of a type. */
export const typeWords: Record<FieldType, string> = {
  text: '글자',
  printed: '글자(정해진 꼴)',
  integer: '정수',
  boolean: '예·아니오(true, false)',
  day: '날짜(YYYY-MM-DD)',
  month: '달(YYYY-MM)',
  instant: '시각(RFC 3339, UTC)',
};
