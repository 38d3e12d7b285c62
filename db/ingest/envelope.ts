import { z } from 'zod';

const envelope = z.object({
  data: z.array(z.unknown()),
  matchCount: z.int().min(0).optional(),
  perPage: z.int().min(1).optional(),
});
const errorBody = z.object({ code: z.int(), msg: z.string().max(200) });

/** The API answered with an error of its own, `{"code":-401,"msg":"…"}`. */
export class ApiRefusal extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(`the API answers with error ${code}: ${message}`);
    this.code = code;
  }
}

/** Reads an answer of the API: `{data, matchCount, perPage}`. @throws ApiRefusal, or an error that says what it is instead. */
export function readEnvelope(text: string) {
  const body = parse(text);
  const read = envelope.safeParse(body);
  if (read.success) return { rows: read.data.data, matchCount: read.data.matchCount, perPage: read.data.perPage };
  const refusal = errorBody.safeParse(body);
  if (refusal.success) throw new ApiRefusal(refusal.data.code, refusal.data.msg);
  throw new Error('is JSON, but not an answer of the open API: "data" is missing');
}

/** Reads a file: rows in an array, or an answer of the API. */
export function rowsOf(text: string): unknown[] {
  const body = parse(text);
  return Array.isArray(body) ? body : readEnvelope(text).rows;
}

function parse(text: string): unknown {
  const bare = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(bare);
  } catch (cause) {
    if (/^\s*</.test(bare)) throw new Error('is a web page or XML, not JSON', { cause });
    throw new Error('is not JSON, or was cut off', { cause });
  }
}
