import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Load, Measured } from './load.ts';

/** Loads a server with wrk, one thread. */
export async function wrk({ url, connections, seconds, ask }: Load): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'wrk-'));
  try {
    await writeFile(join(folder, 'ask.lua'), script(ask));
    const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', join(folder, 'ask.lua'), url];
    const { stdout } = await promisify(execFile)('wrk', args);
    return result.parse(JSON.parse(stdout.slice(stdout.lastIndexOf('{'))));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const result = z.object({ rate: z.number(), p50: z.number(), p99: z.number(), errors: z.number() });

function headers(tag: string | undefined) {
  return `["Accept-Encoding"] = "br"${tag ? `, ["If-None-Match"] = ${JSON.stringify(tag)}` : ''}`;
}

function script(ask: Load['ask']) {
  const formats = ask.map(({ path, tag }) => `wrk.format("GET", "${path}", { ${headers(tag)} })`);
  return `
local requests = {}
function init()
${formats.map((format) => `requests[#requests + 1] = ${format}`).join('\n')}
end

function request()
  if math.random() < 0.5 then return requests[1] end
  return requests[math.random(#requests)]
end

function done(summary, latency)
  local e = summary.errors
  print(string.format('{"rate":%f,"p50":%f,"p99":%f,"errors":%d}',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    e.connect + e.read + e.write + e.status + e.timeout))
end
`;
}
