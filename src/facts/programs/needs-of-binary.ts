import type { Evidence } from '../../core/claim.ts';
import type { ReadHost } from '../../core/host.ts';
import { absent, known, type Outcome } from '../../core/outcome.ts';
import { libcOfLoader } from '../../knowledge/loaders.ts';
import type { GoBuildInfo } from '../../read/binary/go-buildinfo.ts';
import type { Linkage } from '../../read/binary/linkage.ts';
import { highestGlibc } from '../../read/binary/symbol-version.ts';
import { type ProgramFile, programFile } from './binary-file.ts';
import type { ProgramNeeds } from './program.ts';

/** What a built program needs to start, out of its own headers and what the Go linker wrote into it. */
export function needsOfBinary(host: ReadHost, path: string, name: string): Outcome<ProgramNeeds> {
  const file = programFile(host, path);
  return file ? known(needsOf(file, name)) : absent('file-missing', { file: path });
}

function needsOf({ format, linkage, build }: ProgramFile, name: string): ProgramNeeds {
  // Every platform but ELF says it in its header; an ELF file of another system may carry no mark, the Go linker does.
  const os = build?.settings.GOOS ?? format.os;
  const arch = build?.settings.GOARCH ?? format.arch;
  return {
    basis: 'binary',
    ...(os !== undefined && { os }),
    ...(arch !== undefined && { arch }),
    ...(format.archs && { archs: format.archs }),
    ...(format.kind === 'archive' && { archive: true }),
    ...(build?.path && { mainPackage: build.path }),
    ...linkingOf(linkage),
    ...goOf(build),
    evidence: evidenceOf(name, `${os ?? '?'}/${format.archs?.join('+') ?? arch ?? '?'}`, linkage, build),
  };
}

type Linking = Pick<ProgramNeeds, 'linking' | 'interpreter' | 'libc' | 'libraries' | 'glibc' | 'versions'>;

function linkingOf(linkage: Linkage | undefined): Linking {
  if (!linkage) return { linking: 'unknown', libraries: [] };
  const { interpreter, libraries, needs } = linkage;
  const glibc = highestGlibc(needs.flatMap(({ versions }) => versions));
  const libc = libcOf(interpreter, libraries);
  return {
    linking: interpreter === undefined && libraries.length === 0 ? 'static' : 'dynamic',
    ...(interpreter !== undefined && { interpreter }),
    ...(libc && { libc }),
    libraries,
    ...(glibc !== undefined && { glibc }),
    versions: needs,
  };
}

function libcOf(interpreter: string | undefined, libraries: readonly string[]): 'glibc' | 'musl' | undefined {
  const loaded = interpreter === undefined ? undefined : libcOfLoader(interpreter);
  if (loaded) return loaded;
  if (libraries.includes('libc.so.6')) return 'glibc';
  return libraries.some((name) => name.startsWith('libc.musl-')) ? 'musl' : undefined;
}

function goOf(build: GoBuildInfo | undefined): Pick<ProgramNeeds, 'cgo' | 'tags' | 'go' | 'amd64Level'> {
  if (!build) return { tags: [] };
  const { settings, goVersion } = build;
  const level = /^v(\d+)/.exec(settings.GOAMD64 ?? '')?.[1];
  return {
    ...(settings.CGO_ENABLED !== undefined && { cgo: settings.CGO_ENABLED === '1' }),
    tags: (settings['-tags'] ?? '').split(/[\s,]+/).filter(Boolean),
    go: goVersion.replace(/^go/, '').split(' ')[0] ?? goVersion,
    ...(level !== undefined && { amd64Level: Number(level) }),
  };
}

function evidenceOf(
  source: string,
  platform: string,
  linkage: Linkage | undefined,
  build: GoBuildInfo | undefined,
): Evidence[] {
  const texts = [
    platform,
    linkage?.interpreter && `interpreter ${linkage.interpreter}`,
    linkage && linkage.libraries.length > 0 && `needs ${linkage.libraries.join(' ')}`,
    build?.settings.CGO_ENABLED !== undefined && `CGO_ENABLED=${build.settings.CGO_ENABLED}`,
  ];
  return texts.filter((text): text is string => Boolean(text)).map((text) => ({ source, text }));
}
