import { type Ask, defineFact } from '../../../core/fact.ts';
import { known, valueIfKnown } from '../../../core/outcome.ts';
import { messagePluginName, pluginPackages } from '../../../knowledge/names.ts';
import { goPackageRules } from '../../../knowledge/plugin-rules.ts';
import { optionOf } from '../../../read/proto/proto-source.ts';
import { missingPackages } from '../../modules/missing-packages.ts';
import { folderOf } from '../../project/folders.ts';
import type { GeneratedFile } from '../../project/sources.ts';
import { liesBesideTheProduct } from '../../source/own-code.ts';
import type { Compilation, CompiledFile } from '../compilation/compilation.ts';
import { compilations } from '../compilation/compilations.ts';
import { type PackageOption, packageOption } from '../compilation/package-option.ts';
import type { ImportLine } from '../importers.ts';
import { committedCode, importCounts, importPaths } from './committed-code.ts';
import { type GoCompilation, type GoOutput, goCompilations } from './go-compilations.ts';

/** A .proto file of which nothing says what its Go package is. */
export interface Packageless {
  readonly file: CompiledFile;
  /** What the plugin makes of it that would run; `unknown` where nobody can tell which that is. */
  readonly answer: 'refused' | 'warned' | 'unknown';
  /** The plugin, where a command of the project starts it. */
  readonly output?: GoOutput;
  /** That command. */
  readonly made?: GoCompilation;
  /** It is there in the command only because this file imports it. */
  readonly importer?: ImportLine;
  /** Nobody knows whether the command is still run: it belongs to tests or examples. */
  readonly beside: boolean;
  /** Its Go code in the project. */
  readonly code?: GeneratedFile;
  /** Go files of the project that import this code. */
  readonly users: number;
  /** What to write into it; undefined for somebody else's file and outside of a module. */
  readonly option?: PackageOption;
}

/** All of them, those on which most Go code relies first. */
export const packagelessFiles = defineFact<readonly Packageless[]>('project.packageless', 'project', async (ask) => {
  const all = await ask.get(compilations);
  if (all.kind !== 'known') return all;
  const made = await ask.get(goCompilations);
  if (made.kind !== 'known') return made;
  const drafts = new Map<string, Draft>();
  const waiting = await waitingFor(ask, made.value);
  for (const draft of [
    ...made.value.flatMap((one) => ofCommand(one, waiting)),
    ...loose(all.value, made.value, waiting),
  ]) {
    const earlier = drafts.get(draft.file.path);
    if (!earlier || order.indexOf(draft.answer) < order.indexOf(earlier.answer)) drafts.set(draft.file.path, draft);
  }
  if (drafts.size === 0) return known([]);
  const counts = valueIfKnown(await ask.get(importCounts)) ?? new Map<string, number>();
  const pathOf = await importPaths(ask);
  const called = new Map(
    all.value.flatMap(({ goPackages }) => [...goPackages.values()].map((one) => [one.path, one.name])),
  );
  const found: Packageless[] = [];
  for (const draft of drafts.values()) {
    const option = draft.file.own ? await packageOption(ask, { ...draft, called }, pathOf) : undefined;
    const imported = draft.code && pathOf(folderOf(draft.code.path));
    found.push({ ...draft, users: counts.get(imported ?? option?.path ?? '') ?? 0, ...(option && { option }) });
  }
  return known(found.sort((a, b) => b.users - a.users || (a.file.path < b.file.path ? -1 : 1)));
});

const order: readonly Packageless['answer'][] = ['refused', 'warned', 'unknown'];

type Draft = Omit<Packageless, 'users' | 'option'>;

/** What tells that Go code of a file is wanted. */
interface Waiting {
  readonly code: ReadonlyMap<string, readonly GeneratedFile[]>;
  /** Folders of packages that Go code imports and that are not there. */
  readonly folders: ReadonlySet<string>;
}

async function waitingFor(ask: Ask, made: readonly GoCompilation[]): Promise<Waiting> {
  const missing = valueIfKnown(await ask.get(missingPackages)) ?? [];
  // What a command makes of the other files of the folder may be all that is waited for.
  const served = new Set(made.flatMap(({ compilation }) => compilation.inputs.map(({ path }) => folderOf(path))));
  const needed = missing.filter(
    ({ importers, folder }) => importers.some(({ aside }) => !aside) && !served.has(folder),
  );
  return {
    code: valueIfKnown(await ask.get(committedCode)) ?? new Map(),
    folders: new Set(needed.map(({ folder }) => folder)),
  };
}

/** The files of a command, and what they import; an import for options alone needs no Go package. */
function ofCommand(made: GoCompilation, waiting: Waiting): Draft[] {
  const { compilation, outputs, beside, hidesOptions } = made;
  if (hidesOptions) return [];
  const inputs = new Set(compilation.inputs.map(({ name }) => name));
  return reached(compilation).flatMap(({ file, importer }): Draft[] => {
    const strictest = strictestOf(outputs.filter((one) => lacksPackage(file, compilation, one)));
    if (!strictest) return [];
    const code = ownCode(file, waiting);
    // Where nobody knows the words of the command, only what is really generated tells that it takes this file.
    if (!compilation.certain && inputs.has(file.name) && !isWanted(file, waiting)) return [];
    return [
      {
        file,
        made,
        ...strictest,
        beside,
        ...(code && { code }),
        ...(!inputs.has(file.name) && importer && { importer }),
      },
    ];
  });
}

function strictestOf(outputs: readonly GoOutput[]): Pick<Draft, 'answer' | 'output'> | undefined {
  for (const answer of ['refused', 'warned'] as const) {
    const output = outputs.find(({ rules }) => rules?.missing === answer);
    if (output) return { answer, output };
  }
  // A plugin that the tables know by name, in a version that nobody can tell.
  const output = outputs.find((one) => !one.release && pluginPackages[one.output.plugin] !== undefined);
  return output && { answer: 'unknown', output };
}

/** Files that no command names, and that have Go code all the same or are to have it. */
function loose(all: readonly Compilation[], made: readonly GoCompilation[], waiting: Waiting): Draft[] {
  const commanded = new Set(made.flatMap(({ compilation }) => [...compilation.files.values()].map(({ path }) => path)));
  return all.flatMap((compilation) => {
    if (compilation.via !== 'none') return [];
    return compilation.inputs.flatMap((file): Draft[] => {
      if (!file.own || commanded.has(file.path) || !lacksPackage(file, compilation) || !isWanted(file, waiting))
        return [];
      const code = ownCode(file, waiting);
      return [{ file, answer: 'refused', beside: liesBesideTheProduct(file.path), ...(code && { code }) }];
    });
  });
}

/** An option `M` is for one plugin: the others of the command do not see it. */
function lacksPackage(file: CompiledFile, { goPackages }: Compilation, one?: GoOutput): boolean {
  if (optionOf(file.source, 'go_package') !== undefined) return false;
  const given = goPackages.get(file.name);
  const isForOthers =
    given?.from === 'mapping' && one && !one.output.options.some((option) => option.startsWith(`M${file.name}=`));
  return given === undefined || isForOthers === true;
}

function ownCode(file: CompiledFile, { code }: Waiting): GeneratedFile | undefined {
  return code.get(file.path)?.find(({ header }) => header.generator === messagePluginName);
}

/** Code of a plugin that refuses such files tells that somebody gives it the package in a way that is not read here. */
function isWanted(file: CompiledFile, waiting: Waiting): boolean {
  const code = ownCode(file, waiting);
  if (!code) return !waiting.code.has(file.path) && waiting.folders.has(folderOf(file.path));
  const { generatorVersion: version, protoc } = code.header;
  if (protoc !== undefined && !/\d/.test(protoc)) return false;
  const rules =
    version === undefined
      ? undefined
      : goPackageRules(pluginPackages[messagePluginName] ?? '', version.replace(/-.*/, ''));
  return rules?.missing !== 'refused';
}

function reached({ inputs, files }: Compilation): { file: CompiledFile; importer?: Draft['importer'] }[] {
  const found = new Map<string, { file: CompiledFile; importer?: Draft['importer'] }>();
  for (const file of inputs) found.set(file.name, { file });
  for (const { file } of found.values()) {
    for (const { target, kind, path, line } of file.imports) {
      const next = target.kind === 'file' && kind !== 'option' ? files.get(target.name) : undefined;
      if (next && !found.has(next.name))
        found.set(next.name, { file: next, importer: { path: file.path, line, name: path } });
    }
  }
  return [...found.values()];
}
