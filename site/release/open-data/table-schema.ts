import type { DataField, FieldType } from '../../data/fields.ts';
import type { DataTable } from '../../data/tables.ts';

const day = '^\\d{4}-\\d\\d-\\d\\d$';
const instant = '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$';

/** A table as JSON Schema, as a reader should hold it: a field that we add later breaks nobody. */
export function jsonSchemaOf({ name, title, meaning, fields }: DataTable) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${name}.schema.json`,
    title,
    description: meaning,
    type: 'array',
    items: {
      type: 'object',
      required: fields.map((field) => field.name),
      properties: Object.fromEntries(fields.map((field) => [field.name, jsonField(field)])),
    },
  };
}

const jsonTypes: Record<FieldType, object> = {
  text: { type: 'string' },
  printed: { type: 'string' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  day: { type: 'string', pattern: day },
  month: { type: 'string', pattern: '^\\d{4}-\\d\\d$' },
  instant: { type: 'string', pattern: instant },
};

function jsonField({ type, nullable, values, meaning }: DataField) {
  const one = { ...jsonTypes[type], ...(values && { enum: values }) };
  return nullable ? { description: meaning, anyOf: [one, { type: 'null' }] } : { description: meaning, ...one };
}

/** The same for its CSV, as a Frictionless Table Schema. */
export function tableSchemaOf({ fields, notice, key, columns }: DataTable) {
  const names = new Map(Object.entries(columns).map(([name, column]) => [column, name]));
  return {
    fields: fields.map(({ name, type, nullable, values, meaning, unit }) => ({
      name,
      ...csvTypes[type],
      description: unit ? `${meaning} (${unit})` : meaning,
      constraints: {
        ...(!nullable && type !== 'text' && type !== 'printed' && { required: true }),
        ...(values && { enum: values }),
      },
    })),
    primaryKey: [...new Set([notice, ...key])].map((column) => names.get(column)!),
    missingValues: [''],
  };
}

const csvTypes: Record<FieldType, object> = {
  text: { type: 'string' },
  printed: { type: 'string' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  day: { type: 'date' },
  month: { type: 'yearmonth' },
  instant: { type: 'datetime', format: 'any' },
};
