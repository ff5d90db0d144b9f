import * as fs from 'node:fs';

/** A process as the kernel of a Linux tells of it. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** Hundredths of a second that it and its ended children computed. */
  readonly ticks: number;
}

/** A process, its command line, and the sockets that it holds. */
export interface OpenProcess {
  readonly argv: readonly string[];
  /** Numbers of its sockets. */
  readonly sockets: ReadonlySet<string>;
  /** Files of the kernel by their names: tcp, tcp6, udp, udp6. */
  readonly tables: Readonly<Record<string, string>>;
}

/** A process and all below it, those further below later; empty where the system does not tell (only Linux does). */
export function processTree(root: number): readonly RunningProcess[] {
  const all = everyProcess();
  const tree = all.filter(({ pid }) => pid === root);
  for (let at = 0; at < tree.length; at += 1) tree.push(...all.filter(({ parent }) => parent === tree[at]?.pid));
  return tree;
}

/** Numbers of the processes that it started and that still run. */
export function childrenOf(pid: number): readonly number[] {
  return everyProcess().flatMap((one) => (one.parent === pid ? [one.pid] : []));
}

function everyProcess(): RunningProcess[] {
  return namesIn('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    const text = textOf(`/proc/${name}/stat`);
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [, parent] = fields;
    if (parent === undefined) return [];
    const ticks = fields.slice(11, 15).reduce((total, field) => total + Number(field), 0);
    return [{ pid: Number(name), parent: Number(parent), ticks }];
  });
}

/** Looks into a process; what belongs to somebody else has no sockets to show. */
export function lookInto(pid: number): OpenProcess {
  const folder = `/proc/${pid}`;
  const argv = textOf(`${folder}/cmdline`).split('\0').filter(Boolean);
  const sockets = namesIn(`${folder}/fd`).flatMap((name) => {
    const [, inode] = /^socket:\[(\d+)\]$/.exec(linkOf(`${folder}/fd/${name}`)) ?? [];
    return inode ? [inode] : [];
  });
  // Those of its own network, which may be that of a container.
  const read = sockets.length > 0 ? ['tcp', 'tcp6', 'udp', 'udp6'] : [];
  const tables = Object.fromEntries(read.map((name) => [name, textOf(`${folder}/net/${name}`)]));
  return { argv, sockets: new Set(sockets), tables };
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function linkOf(path: string): string {
  try {
    return fs.readlinkSync(path);
  } catch {
    return '';
  }
}
