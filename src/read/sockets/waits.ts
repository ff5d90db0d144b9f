import { readSocketTable, type SocketRow } from './proc-net.ts';

/** What a process that says nothing waits for. */
export interface Wait {
  /** `name`: an answer of a name server. `connect`: that somebody takes the connection. `answer`: that the other side says something. */
  readonly kind: 'name' | 'connect' | 'answer';
  readonly argv: readonly string[];
  readonly address: string;
  readonly port: number;
}

interface Waiting {
  readonly argv: readonly string[];
  readonly sockets: ReadonlySet<string>;
  readonly tables: Readonly<Record<string, string>>;
}

const namePort = 53;

/**
 * What the processes of a command wait for, as far as their sockets tell: the one furthest below the command counts, and of what
 * it does the nearest to the beginning of a request. Nothing where one of them listens: a server is silent because nobody asks it,
 * and keeps its connections open.
 */
export function waitOf(processes: readonly Waiting[]): Wait | undefined {
  const all = processes.map((one) => ({ argv: one.argv, rows: rowsOf(one) }));
  if (all.some(({ rows }) => rows.some(({ state }) => state === 'listening'))) return undefined;
  for (const { argv, rows } of all.reverse()) {
    const waits = rows.flatMap((row) => waitAt(row, argv));
    const first = (['name', 'connect', 'answer'] as const).flatMap((kind) =>
      waits.filter((one) => one.kind === kind),
    )[0];
    if (first) return first;
  }
  return undefined;
}

function rowsOf({ sockets, tables }: Waiting): SocketRow[] {
  return Object.values(tables).flatMap((text) => readSocketTable(text).filter(({ inode }) => sockets.has(inode)));
}

function waitAt({ state, remote }: SocketRow, argv: readonly string[]): Wait[] {
  if (!remote || (state !== 'established' && state !== 'connecting')) return [];
  const kind = remote.port === namePort ? 'name' : state === 'connecting' ? 'connect' : 'answer';
  return [{ kind, argv, ...remote }];
}
