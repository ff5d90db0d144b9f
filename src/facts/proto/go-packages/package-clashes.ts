import { defineFact } from '../../../core/fact.ts';
import { known, valueIfKnown } from '../../../core/outcome.ts';
import { folderOf } from '../../project/folders.ts';
import { type GoFile, goSources } from '../../project/sources.ts';
import type { CompiledFile, GoPackage } from '../compilation/compilation.ts';
import { committedCode } from './committed-code.ts';
import { type GoCompilation, goCompilations } from './go-compilations.ts';
import { type Landing, landings } from './landings.ts';

/** One of two sides that do not fit. */
export interface ClashSide {
  /** Package name. */
  readonly name: string;
  readonly file: CompiledFile;
  readonly goPackage: GoPackage;
}

/**
 * names: one command gives one import path two package names, and the plugin refuses. folder: the code of two packages lands in
 * one folder, which go refuses. hand-written: so does the code and Go code that lies there. file: the code of two files lands in
 * one file, which protoc refuses.
 */
export type PackageClash = {
  /** The command, or one of them. */
  readonly made: GoCompilation;
  readonly sides: readonly ClashSide[];
  /** None of the commands belongs to tests or examples. */
  readonly sure: boolean;
} & (
  | { readonly kind: 'names'; readonly path: string }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'hand-written'; readonly folder: string; readonly other: GoFile }
  | { readonly kind: 'file'; readonly written: string }
);

export const packageClashes = defineFact<readonly PackageClash[]>('project.package-clashes', 'project', async (ask) => {
  const made = await ask.get(goCompilations);
  if (made.kind !== 'known') return made;
  const landed = valueIfKnown(await ask.get(landings)) ?? [];
  const committed = valueIfKnown(await ask.get(committedCode)) ?? new Map();
  const files = valueIfKnown(await ask.get(goSources))?.files ?? [];
  const names = made.value.flatMap(namesOf);
  const told = new Set(names.flatMap(({ sides }) => sides.map(({ file }) => file.path)));
  // Code that lies there already tells what really becomes of a file.
  const open = landed.filter(({ file }) => !told.has(file.path) && !committed.has(file.path));
  return known([...names, ...sameFile(landed), ...foldersOf(open, files)]);
});

/** One import path, two names, in what one call of the plugin is given: also files that are only imported. */
function namesOf(made: GoCompilation): PackageClash[] {
  const { compilation, beside, outputs } = made;
  // Files that a variable names may well come in several calls.
  if (!compilation.certain || !outputs.some(({ rules }) => rules?.missing === 'refused')) return [];
  const byPath = new Map<string, ClashSide[]>();
  for (const file of compilation.files.values()) {
    const goPackage = compilation.goPackages.get(file.name);
    if (!goPackage) continue;
    const sides = byPath.get(goPackage.path) ?? [];
    byPath.set(goPackage.path, sides);
    if (!sides.some(({ name }) => name === goPackage.name)) sides.push({ name: goPackage.name, file, goPackage });
  }
  return [...byPath].flatMap(([path, sides]): PackageClash[] =>
    sides.length > 1 && sides.some(({ file }) => file.own) ? [{ kind: 'names', path, made, sides, sure: !beside }] : [],
  );
}

function sameFile(landed: readonly Landing[]): PackageClash[] {
  const first = new Map<string, Landing>();
  return landed.flatMap((landing): PackageClash[] => {
    const { made, output, file, folder } = landing;
    const name = `${file.name.slice(file.name.lastIndexOf('/') + 1).replace(/\.proto$/, '')}.pb.go`;
    const written = folder === '.' ? name : `${folder}/${name}`;
    const key = [made.compilation.id, output.output.line, output.output.plugin, written].join('\n');
    const earlier = first.get(key);
    if (!earlier) first.set(key, landing);
    // A file that the tree shows under two names is one file.
    if (!earlier || earlier.file.path === file.path || output.output.plugin !== 'protoc-gen-go') return [];
    return [{ kind: 'file', written, made, sides: [earlier, landing].map(sideOf), sure: !made.beside }];
  });
}

function foldersOf(open: readonly Landing[], files: readonly GoFile[]): PackageClash[] {
  const byFolder = new Map<string, Landing[]>();
  for (const one of open) byFolder.set(one.folder, [...(byFolder.get(one.folder) ?? []), one]);
  return [...byFolder].flatMap(([folder, here]): PackageClash[] => {
    const sides = here.filter(
      ({ goPackage }, index) => here.findIndex((one) => one.goPackage.name === goPackage.name) === index,
    );
    const [first, second] = sides;
    if (!first || here.some(({ moves }) => moves)) return [];
    const common = { made: first.made, sides: sides.map(sideOf), folder, sure: here.every(isSure) };
    if (second) return [{ kind: 'folder', ...common }];
    const other = files.find((file) => folderOf(file.path) === folder && isOther(file, first));
    return other ? [{ kind: 'hand-written', other, ...common }] : [];
  });
}

function isSure({ made }: Landing): boolean {
  return !made.beside;
}

/** A Go file that a plain build reads together with the generated ones, under another name. */
function isOther({ package: name, test, ignored, constrained, path }: GoFile, { goPackage }: Landing): boolean {
  if (name === undefined || name === goPackage.name || name === 'documentation') return false;
  // Generated code of the folder may be that of an earlier name of this very file.
  return !test && !ignored && !constrained && !path.endsWith('.pb.go');
}

function sideOf({ file, goPackage }: Landing): ClashSide {
  return { name: goPackage.name, file, goPackage };
}
