/*
 * What we use of drizzle-orm, imported in one place: its package.json names hundreds of entries, and Node reads them all anew for each
 * file that imports the package. Imported by fifty files it took a fifth of a second of every command.
 */
export {
  and,
  asc,
  between,
  count,
  countDistinct,
  desc,
  eq,
  exists,
  getTableColumns,
  getTableName,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  max,
  min,
  notInArray,
  or,
  sql,
} from 'drizzle-orm';
