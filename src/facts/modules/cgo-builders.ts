import type { Evidence } from '../../core/claim.ts';
import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import { cgoNeedsCompilerSince, cgoPackage, isLinkedWithLibc } from '../../knowledge/image-contents.ts';
import type { CgoPackage } from '../../knowledge/table.ts';
import { compareGo } from '../../read/go/go-version.ts';
import { imageStage } from '../deploy/image-file.ts';
import { goOf } from '../deploy/image-stages.ts';
import { cgoOf } from '../deploy/stage-cgo.ts';
import { imageStagesOf } from '../deploy/stages.ts';
import { goVersion } from '../go/env.ts';
import { goSettings, type Setting } from '../go/settings.ts';
import { codeOf } from '../programs/program-code.ts';
import { folderOf } from '../project/folders.ts';
import type { GoFile } from '../project/sources.ts';
import { projectRoot } from '../project/tree.ts';
import { isBesideTheProduct } from '../source/own-code.ts';
import { searchPath } from '../tools/path.ts';
import { modules } from './modules.ts';
import { type ModuleSources, moduleSources, sourcesByModule } from './sources.ts';

/** An import that takes cgo. */
export interface CgoWant {
  readonly row: CgoPackage;
  readonly file: string;
  readonly line: number;
}

/** Something that builds a module: this machine, or a stage of an image; and whether cgo is in force there. */
export interface CgoBuilder {
  readonly kind: 'machine' | 'image';
  /** `linux/amd64`, `golang:1.22-alpine`. */
  readonly name: string;
  /** Undefined: nobody can tell. */
  readonly enabled?: boolean;
  /** Undefined: nobody can tell. */
  readonly compiler?: boolean;
  /** CGO_ENABLED as this machine sets it. */
  readonly setting?: Setting;
  /** CGO_ENABLED was set; otherwise the go command has decided. */
  readonly set: boolean;
  /** Go from 1.20 on compiles its own library as well, and so needs the compiler for package net. */
  readonly compilesLibrary: boolean;
  /** The command of an image. */
  readonly command?: Evidence;
  /** The line of an image that decides. */
  readonly by?: Evidence;
  readonly wants: readonly CgoWant[];
  /** It has package net or os/user in it. */
  readonly withLibc: boolean;
}

/** Who builds this module. */
export const cgoBuilders = defineFact<readonly CgoBuilder[]>('module.cgo-builders', 'module', async (ask, { id }) => {
  const sources = await ask.get(moduleSources);
  if (sources.kind !== 'known') return sources;
  return known([await machineBuilder(ask, id, ownFiles(sources.value)), ...(await imageBuilders(ask, id))]);
});

function ownFiles({ files }: ModuleSources): GoFile[] {
  return files.filter((file) => !file.ignored && !file.constrained && !isBesideTheProduct(file));
}

/** The first module with package net: what this machine lacks for it is said of one module, not of a hundred. */
const firstWithLibc = defineFact<string>('project.first-with-libc', 'project', async (ask) => {
  const all = await ask.get(modules);
  const sources = await ask.get(sourcesByModule);
  if (all.kind !== 'known') return all;
  if (sources.kind !== 'known') return sources;
  const first = all.value.find(
    (id) => wantsOf(ownFiles(sources.value.get(id) ?? { files: [], generated: [] })).withLibc,
  );
  return first === undefined ? absent('file-missing', { file: 'go.mod' }) : known(first);
});

/** A stub does no harm in a package that no program of the module uses. */
async function wantsHere(ask: Ask, files: readonly GoFile[]): Promise<readonly CgoWant[]> {
  const { wants } = wantsOf(files);
  if (!wants.some(({ row }) => row.fails === 'use')) return wants;
  const mains = files.filter(({ package: name }) => name === 'main').map(({ path }) => folderOf(path));
  const code = valueIfKnown(await codeOf(ask, [...new Set(mains)]));
  return wants.filter(({ row, file }) => row.fails === 'build' || code?.files.some(({ path }) => path === file));
}

async function machineBuilder(ask: Ask, module: string, files: readonly GoFile[]): Promise<CgoBuilder> {
  const { host } = ask;
  const settings = valueIfKnown(await ask.get(goSettings))?.set;
  const version = valueIfKnown(await ask.get(goVersion));
  const compilesLibrary = version !== undefined && compareGo(version, cgoNeedsCompilerSince) >= 0;
  const setting = settings?.get('CGO_ENABLED');
  // Another compiler, or another system to build for: other rules.
  const usual = !settings?.has('CC') && !settings?.has('GOOS') && !settings?.has('GOARCH') && version !== undefined;
  const compiler = usual ? await hasCompiler(ask) : undefined;
  const enabled = setting ? setting.value === '1' : compiler === false ? !compilesLibrary : compiler;
  return {
    kind: 'machine',
    name: `${host.platform.os}/${host.platform.arch}`,
    ...(enabled !== undefined && { enabled }),
    ...(compiler !== undefined && { compiler }),
    ...(setting && { setting }),
    set: setting !== undefined,
    compilesLibrary,
    wants: await wantsHere(ask, files),
    withLibc: valueIfKnown(await ask.get(firstWithLibc)) === module,
  };
}

/** The compiler that Go was built to use: clang on macOS, gcc elsewhere. */
async function hasCompiler(ask: Ask): Promise<boolean | undefined> {
  const { host } = ask;
  const folders = valueIfKnown(await ask.get(searchPath));
  if (!folders) return undefined;
  const name = host.platform.os === 'darwin' ? 'clang' : host.platform.os === 'windows' ? 'gcc.exe' : 'gcc';
  return folders.some((folder) => host.mayExecute(host.path.join(folder, name)));
}

async function imageBuilders(ask: Ask, module: string): Promise<CgoBuilder[]> {
  const stages = valueIfKnown(await ask.get(imageStagesOf)) ?? [];
  const builders: CgoBuilder[] = [];
  for (const { id, file, builds } of stages) {
    const image = builds.some(({ makes }) => makes) ? await imageStage(ask, id) : undefined;
    for (const { makes, ...build } of builds) {
      if (!image || !makes || build.module !== module) continue;
      const { enabled, compiler, set, by } = cgoOf(
        image,
        { ...build, makes },
        ask.host,
        projectRoot(ask.host, ask.options.dir),
      );
      const go = goOf(image.file, image.stage);
      const code = valueIfKnown(await codeOf(ask, [makes.package]));
      builders.push({
        kind: 'image',
        name: image.base.image.text,
        ...(enabled !== undefined && { enabled }),
        ...(compiler !== undefined && { compiler }),
        set,
        compilesLibrary: !go || compareGo(go.version, cgoNeedsCompilerSince) >= 0,
        command: { source: file, line: build.line, text: build.text },
        ...(by && { by }),
        ...wantsOf(code?.files ?? []),
      });
    }
  }
  return builders;
}

function wantsOf(files: readonly GoFile[]): Pick<CgoBuilder, 'wants' | 'withLibc'> {
  const wants: CgoWant[] = [];
  let withLibc = false;
  for (const file of files.filter(({ constrained }) => !constrained)) {
    for (const { path, line } of file.imports) {
      const row = cgoPackage(path);
      if (row && !wants.some((one) => one.row === row)) wants.push({ row, file: file.path, line });
      withLibc ||= isLinkedWithLibc(path);
    }
  }
  return { wants, withLibc };
}
