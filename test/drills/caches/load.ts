import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { askedWith } from './probe.ts';

export type Load = { connections: number; seconds: number; paths: string[]; room: string; signal: AbortSignal };

/** Requests a second; and connects, reads, writes, timeouts and statuses that went wrong. */
export type Loaded = z.infer<typeof loaded>;
const loaded = z.object({ rate: z.number(), errors: z.number() });

/** What a reader waits on average before asking again, in milliseconds: ten times the readers ask ten times as much. */
const pause = 200;

/** Loads a server with wrk: as many readers as connections, each asking for any of the paths, again and again. */
export async function load(url: string, { connections, seconds, paths, room, signal }: Load): Promise<Loaded> {
  const script = join(mkdtempSync(join(room, 'load-')), 'load.lua');
  writeFileSync(script, lua(paths));
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, url];
  const { stdout } = await promisify(execFile)('wrk', args, { signal });
  return loaded.parse(JSON.parse(stdout.slice(stdout.lastIndexOf('{'))));
}

function lua(paths: string[]) {
  const headers = Object.entries(askedWith).map(([name, value]) => `["${name}"] = "${value}"`);
  const formats = paths.map((path) => `wrk.format("GET", "${path}", { ${headers.join(', ')} })`);
  return `
local requests = {}
function init()
${formats.map((format) => `  requests[#requests + 1] = ${format}`).join('\n')}
end

function request()
  return requests[math.random(#requests)]
end

function delay()
  return math.random(0, ${2 * pause})
end

function done(summary)
  local e = summary.errors
  print(string.format('{"rate":%f,"errors":%d}',
    summary.requests / summary.duration * 1e6, e.connect + e.read + e.write + e.status + e.timeout))
end
`;
}
