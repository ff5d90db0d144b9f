import type { ReadHost } from '../core/host.ts';
import { lookInto, processTree, type RunningProcess } from '../host/foreground/process-tree.ts';
import { maskTold, stripControls } from '../host/mask.ts';
import type { Words } from '../i18n/words.ts';
import { type Wait, waitOf } from '../read/sockets/waits.ts';

/** How long it is watched whether something is computed. */
const sampleMs = 500;
/** Who computes so much of that time waits for nothing. */
const busyShare = 0.2;
const ticksPerSecond = 100;
/** Characters of a command line that are told. */
const longestCommand = 80;

/** Variables that name who stands between a program and what it asks. */
const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy', 'GOPROXY'];

/** Says what the processes of a silent command wait for; undefined where they compute, or where it cannot be told. */
export async function toldOfSilence(pid: number, host: ReadHost, words: Words): Promise<string | undefined> {
  const before = processTree(pid);
  if (before.length === 0) return undefined;
  await new Promise((resolve) => setTimeout(resolve, sampleMs));
  const tree = processTree(pid);
  if (ticksOf(tree) - ticksOf(before) > (sampleMs / 1000) * ticksPerSecond * busyShare) return undefined;
  const wait = waitOf(tree.map((one) => lookInto(one.pid)));
  return wait && told(wait, host, words);
}

function ticksOf(tree: readonly RunningProcess[]): number {
  return tree.reduce((sum, { ticks }) => sum + ticks, 0);
}

function told({ kind, argv, address, port }: Wait, host: ReadHost, words: Words): string {
  const place = address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
  const data = { command: shortened(argv), place };
  const proxy = proxyAt(address, port, host);
  if (!proxy || kind === 'name') return words.ui(`run.waits.${kind}`, data);
  return words.ui(`run.waits.${kind}Proxy`, { ...data, ...proxy });
}

function shortened([program = '', ...rest]: readonly string[]): string {
  const text = stripControls(maskTold([program.slice(program.lastIndexOf('/') + 1), ...rest].join(' ')));
  return text.length <= longestCommand ? text : `${text.slice(0, longestCommand - 1)}…`;
}

/** The variable that names this place; by the port alone where it names the host by a name, unless that port is everybody's. */
function proxyAt(
  address: string,
  port: number,
  host: ReadHost,
): { readonly variable: string; readonly value: string } | undefined {
  for (const variable of proxyVariables) {
    for (const value of (host.env(variable) ?? '').split(/[,|]/)) {
      const url = urlOf(value);
      if (url && isAt(url, address, port)) return { variable, value };
    }
  }
  return undefined;
}

function urlOf(value: string): URL | undefined {
  try {
    return new URL(/^[a-z0-9]+:\/\//i.test(value) ? value : `http://${value}`);
  } catch {
    return undefined;
  }
}

function isAt({ hostname, port: given, protocol }: URL, address: string, port: number): boolean {
  if (Number(given || (protocol === 'https:' ? 443 : 80)) !== port) return false;
  const name = hostname.replace(/^\[|\]$/g, '');
  if (/^[\d.]+$|:/.test(name)) return name === address;
  if (name === 'localhost') return address === '::1' || address.startsWith('127.');
  return port !== 443 && port !== 80;
}
