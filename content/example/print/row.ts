/** A row of the open API and the operation that answers with it. */
export type Row = { operation: string; row: Record<string, unknown> };
