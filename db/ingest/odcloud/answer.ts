import { ApiRefusal, readEnvelope } from '../envelope.ts';
import { exchange } from './exchange.ts';
import { Fault } from './fault.ts';
import type { Pace } from './pace.ts';
import type { ApiRequest } from './request.ts';

export type Answer = { rows: unknown[]; matchCount: number; perPage: number | undefined };

/** Makes one call and reads its answer. @throws Fault: what is wrong with the answer, and never a row of it. */
export async function answerTo(request: ApiRequest, pace: Pace): Promise<Answer> {
  const { status, headers, text } = await exchange(request, pace);
  // `{code,msg}` comes with any status, 200 included: the body is read before the status is judged.
  const read = envelopeIn(text);
  if (read instanceof ApiRefusal && status < 500) throw refusal(status, read, request, pauseIn(headers));
  if (status !== 200) throw faultOf(status, pauseIn(headers));
  if (read instanceof Error) throw new Fault('passing', `an answer that ${read.message}`);
  const { rows, matchCount, perPage } = read;
  if (matchCount === undefined) throw new Fault('passing', 'an answer that tells no matchCount');
  return { rows, matchCount, perPage };
}

function envelopeIn(text: string) {
  try {
    return readEnvelope(text);
  } catch (error) {
    return error as Error;
  }
}

function refusal(status: number, { code, message }: ApiRefusal, request: ApiRequest, pause: number | undefined) {
  if (code === -401) return faultOf(401);
  if (code === -4)
    return new Fault(
      'run',
      'The open API does not know the key in ODCLOUD_SERVICE_KEY (error -4). A new key takes some hours after its approval; ' +
        'otherwise see that it was copied whole and is not percent-encoded twice.',
    );
  if (status === 401 || status === 404 || status === 429) return faultOf(status, pause);
  return new Fault('operation', `${printable(message, request)}.`);
}

function faultOf(status: number, pause?: number) {
  if (status === 401)
    return new Fault(
      'run',
      'No key reached the open API (HTTP 401). Check ODCLOUD_SERVICE_KEY, and that nothing between takes it out.',
    );
  if (status === 404)
    return new Fault('operation', 'the open API knows no such operation (HTTP 404). Check ODCLOUD_BASE_URL.');
  if (status === 429 || status >= 500) return new Fault('passing', `HTTP ${status}`, pause);
  if (status >= 300 && status < 400)
    return new Fault('run', `The open API sends us elsewhere (HTTP ${status}). Check ODCLOUD_BASE_URL.`);
  return new Fault('operation', `the open API refuses the request (HTTP ${status}).`);
}

/** Milliseconds of `Retry-After: 120`. The form with a date is taken for nothing said. */
function pauseIn(headers: Headers) {
  const seconds = headers.get('retry-after');
  return seconds && /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}

/** The API's own words without control characters, and without the key should it quote the request. */
function printable(message: string, { key }: ApiRequest) {
  return message
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(key, '…')
    .replaceAll(encodeURIComponent(key), '…');
}
