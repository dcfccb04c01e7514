import { readFile, readdir } from 'node:fs/promises';

/** Ticks a second in which Linux counts processor time. */
const TICKS = 100;
const PAGE_KB = 4;

type Usage = { readonly residentMb: number; readonly cpuSeconds: number; readonly processes: number };

const statOf = async (pid: number) => {
  const line = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => null);
  if (line === null) return null;
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [parent, user, system, pages] = [fields[1], fields[11], fields[12], fields[21]].map(Number);
  return { pid, parent: parent ?? 0, ticks: (user ?? 0) + (system ?? 0), residentKb: (pages ?? 0) * PAGE_KB };
};

/** Memory that is in one process alone plus its share of what several map: Postgres's back ends share most of theirs. */
const shareKb = async (pid: number, otherwise: number) => {
  const text = await readFile(`/proc/${String(pid)}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? otherwise);
};

/** What a process and all that descend from it take just now (Linux). */
export const usageOf = async (root: number): Promise<Usage> => {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const all = (await Promise.all(pids.map(statOf))).filter((each) => each !== null);
  const family = new Set([root]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  const members = all.filter(({ pid }) => family.has(pid));
  const shares = await Promise.all(members.map(({ pid, residentKb }) => shareKb(pid, residentKb)));
  return {
    residentMb: shares.reduce((sum, each) => sum + each, 0) / 1_024,
    cpuSeconds: members.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS,
    processes: members.length,
  };
};
