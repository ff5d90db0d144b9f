import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../cli/context.ts';
import { absolutePath } from '../cli/patient.ts';
import { UserError } from '../core/errors.ts';
import { type Bench, openBench } from './kit/bench.ts';
import { type Elsewhere, FieldError, type Lab, type Row } from './lab.ts';
import { labFolders } from './paths.ts';

/** What such a program prints is a few hundred bytes. */
const reportBytes = 64 * 1024;

/** The measuring part of the only lab that was named; a lab that has none refuses. */
export function elsewhereOf(labs: readonly Lab[], option: string): Elsewhere {
  const [lab, another] = labs;
  const odd = another ?? lab;
  if (lab?.elsewhere && !another) return lab.elsewhere;
  throw new UserError('error.labNotElsewhere', { option, lab: odd?.id ?? '' });
}

/** `--emit GOOS/GOARCH`: writes the measuring program for another machine, and gives the name of its file. */
export async function emit(elsewhere: Elsewhere, wanted: string, context: Context): Promise<string> {
  const bench = await openBench(labFolders(), context.note);
  const platform = await platformOf(wanted, bench);
  const name = `${elsewhere.program}-${platform.os}-${platform.arch}${platform.os === 'windows' ? '.exe' : ''}`;
  const file = context.invocation.value('out') ?? name;
  const folder = await mkdtemp(join(bench.folders.work, 'emit-'));
  try {
    const built = join(folder, elsewhere.program);
    await elsewhere.build(bench, platform, built);
    const path = absolutePath(context.host, file, context.cwd);
    const message = context.save(path, await readFile(built), platform.os !== 'windows');
    if (message) throw new UserError('error.output', { file, message });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return file;
}

async function platformOf(wanted: string, bench: Bench): Promise<{ os: string; arch: string }> {
  const known = (await bench.go(['tool', 'dist', 'list'], bench.folders.work)).split('\n').filter(Boolean);
  const [os = '', arch = ''] = wanted.split('/');
  if (known.includes(wanted)) return { os, arch };
  throw new UserError('error.badValue', { word: wanted, option: '--emit', values: known.join(', ') });
}

/** `--read FILE`: the row of what the program printed on another machine, marked with where it comes from. */
export function readElsewhere(lab: Lab, elsewhere: Elsewhere, file: string, { host, cwd }: Context): Row {
  const read = host.readFile(absolutePath(host, file, cwd), reportBytes);
  if (read.kind !== 'read')
    throw new UserError(`error.labFile-${read.kind === 'missing' ? 'missing' : 'unread'}`, { file });
  try {
    const { id, ...row } = elsewhere.read(decode(read.bytes));
    return { id, from: `read from ${file}`, ...row };
  } catch (error) {
    if (error instanceof FieldError) throw new UserError('error.labFile', { file, lab: lab.id, field: error.message });
    throw error;
  }
}

/** Windows PowerShell writes UTF-16 when a program's output goes into a file. */
function decode(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
}
