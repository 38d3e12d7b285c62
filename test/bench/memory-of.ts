import { readdirSync, readFileSync } from 'node:fs';

/** Watches the resident memory of a process and all its children together (Linux). `stop` gives its peak in bytes, 0 elsewhere. */
export function memoryOf(pid: number) {
  let peak = 0;
  const look = () => (peak = Math.max(peak, residentOf(pid)));
  const timer = setInterval(look, 100);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

function residentOf(root: number) {
  const parents = new Map<number, number>();
  for (const entry of safely(() => readdirSync('/proc')) ?? [])
    if (/^\d+$/.test(entry)) {
      const stat = safely(() => readFileSync(`/proc/${entry}/stat`, 'utf8'));
      if (stat) parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]));
    }
  const isOurs = (pid: number): boolean => pid === root || (parents.has(pid) && isOurs(parents.get(pid)!));
  return [...parents.keys()].filter(isOurs).reduce((sum, pid) => sum + residentBytes(pid), 0);
}

function residentBytes(pid: number) {
  const status = safely(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}

function safely<T>(read: () => T) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
