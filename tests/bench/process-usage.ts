/** CPU seconds and memory of processes, seen from outside: a process that is too busy to answer is measured as well. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;
const hasProc = existsSync('/proc/self/stat');

type Stat = {
  parent: number /** seconds, own */;
  cpu: number /** seconds, of children that have ended */;
  ended: number;
};

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = (i: number): number => (fields[i] ?? 0) / TICKS_PER_SECOND;
    return { parent: fields[1] ?? 0, cpu: ticks(11) + ticks(12), ended: ticks(13) + ticks(14) };
  } catch {
    return undefined;
  }
}

/** Rows of ps as [pid, ppid, cpu seconds, rss KB], for systems without /proc. */
function psRows(): [number, number, number, number][] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,time=,rss='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = '0', ppid = '0', time = '0', rss = '0'] = line.trim().split(/\s+/);
      const seconds = time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
      return [Number(pid), Number(ppid), seconds, Number(rss)];
    });
}

/** User and system time of one process, in seconds, all its threads together. */
export function cpuSeconds(pid: number): number {
  if (hasProc) return statOf(pid)?.cpu ?? Number.NaN;
  return psRows().find((row) => row[0] === pid)?.[2] ?? Number.NaN;
}

/** A process with all its children, those that ended included where the system tells. */
export function treeCpuSeconds(root: number): number {
  if (!hasProc) return psRows().reduce((sum, row) => sum + (row[0] === root || row[1] === root ? row[2] : 0), 0);
  const own = statOf(root);
  let sum = (own?.cpu ?? 0) + (own?.ended ?? 0);
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    if (stat?.parent === root) sum += stat.cpu;
  }
  return sum;
}

/** Resident memory in MB. */
export function residentMegabytes(pid: number): number {
  if (!hasProc) return (psRows().find((row) => row[0] === pid)?.[3] ?? Number.NaN) / 1024;
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}
