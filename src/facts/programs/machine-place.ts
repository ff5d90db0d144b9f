import type { Ask } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known, type Outcome, valueIfKnown } from '../../core/outcome.ts';
import { amd64Level } from '../../knowledge/amd64-levels.ts';
import { loaders } from '../../knowledge/loaders.ts';
import { readText } from '../text-file.ts';
import { binaryFile } from './binary-file.ts';
import { cLibrary, cLibraryOf } from './c-library.ts';
import { elfInterpreter } from './library-search.ts';
import type { Place, Program } from './program.ts';

/** What this machine has to offer for a program. */
export async function machinePlace(ask: Ask, { binary }: Program): Promise<Outcome<Place>> {
  const { host } = ask;
  const { os, arch } = host.platform;
  const level = arch === 'amd64' && os === 'linux' ? processorLevel(host) : undefined;
  const common = {
    kind: 'machine' as const,
    name: `${os}/${arch}`,
    os,
    arch,
    contents: {},
    environment: new Map<string, string>(),
    ...(level !== undefined && { amd64Level: level }),
  };
  if (os !== 'linux') return known({ ...common, loaders: new Map() });
  const program = binary === undefined ? undefined : binaryFile(host, binary);
  const interpreter = program && elfInterpreter(program);
  const own = loaders.filter((one) => one.arch === arch).map(({ path }) => path);
  const paths = new Set([...own, ...(interpreter === undefined ? [] : [interpreter])]);
  const there = new Map([...paths].map((path) => [path, host.stat(path)?.kind === 'file']));
  const reached = interpreter !== undefined && there.get(interpreter);
  const { libc, glibc } = (reached ? cLibraryOf(host, interpreter) : valueIfKnown(await ask.get(cLibrary))) ?? {};
  return known({ ...common, loaders: there, ...(libc && { libc }), ...(glibc !== undefined && { glibc }) });
}

function processorLevel(host: ReadHost): number | undefined {
  const text = valueIfKnown(readText(host, '/proc/cpuinfo'));
  const flags = /^flags\s*:(.*)$/m.exec(text ?? '')?.[1];
  return flags === undefined ? undefined : amd64Level(new Set(flags.trim().split(/\s+/)));
}
