import type { FactStore } from '../core/fact.ts';
import { valueIfKnown } from '../core/outcome.ts';
import { project, type Subject } from '../core/subject.ts';
import { namedModules } from '../facts/modules/build-list.ts';
import type { ProgramFile } from '../facts/programs/binary-file.ts';
import { type FoundLibraries, programLibraries } from '../facts/programs/library-search.ts';
import { namedBinary } from '../facts/programs/named-programs.ts';
import { programNeeds } from '../facts/programs/needs.ts';
import { programPlace } from '../facts/programs/place.ts';
import type { Place, ProgramNeeds } from '../facts/programs/program.ts';
import { programs } from '../facts/programs/programs.ts';
import type { CheckReport } from './report.ts';

type Row = readonly [string, string];
type Words = CheckReport['words'];

/** What the program of `--binary` is made of, and what each of its places has for it; nothing where none was named. */
export async function programSections({ words }: CheckReport, store: FactStore): Promise<[string, Row[]][]> {
  const file = valueIfKnown(await store.get(namedBinary, project));
  if (!file) return [];
  const named = (valueIfKnown(await store.get(programs, project)) ?? []).filter(({ binary }) => binary === file.path);
  const [first] = named;
  const needs = first && valueIfKnown(await store.get(programNeeds, { kind: 'program', id: first.id }));
  if (!first || !needs) return [];
  const places = await Promise.all(
    named.map(async ({ id, place: where }): Promise<Row> => {
      const subject: Subject = { kind: 'program', id };
      const place = await store.get(programPlace, subject);
      const found = valueIfKnown(await store.get(programLibraries, subject));
      const name = where.kind === 'machine' ? words.ui('card.machine') : id;
      return [name, place.kind === 'known' ? placeText(place.value, needs, found, words) : words.reason(place.reason)];
    }),
  );
  const rows = [...needRows(needs, file.linkage?.minimumSystem, words), ...buildRows(file.build, words), ...places];
  return [[`${words.ui('card.program')} ${first.name}`, rows]];
}

function needRows(needs: ProgramNeeds, minimumSystem: string | undefined, words: Words): Row[] {
  const { os = '?', arch, archs, linking, interpreter, libraries, glibc, versions = [] } = needs;
  const others = versions.flatMap((need) => need.versions).filter((version) => !version.startsWith('GLIBC_'));
  const rows: [string, string | undefined][] = [
    [words.ui('card.platform'), `${os}/${archs?.join('+') ?? arch ?? '?'}`],
    [words.ui('card.linking'), words.ui(`card.linking.${needs.archive ? 'archive' : linking}`)],
    [words.ui('card.loader'), interpreter],
    [words.ui('card.libraries'), libraries.join(', ')],
    ['glibc', glibc && words.ui('card.atLeast', { version: glibc })],
    [words.ui('card.symbols'), others.join(', ')],
    [words.ui('card.system'), minimumSystem && words.ui('card.atLeast', { version: `${os} ${minimumSystem}` })],
  ];
  return rows.flatMap(([name, value]): Row[] => (value ? [[name, value]] : []));
}

const settings = ['CGO_ENABLED', '-tags', 'GOAMD64', 'GOARM', 'GOARM64', 'vcs.revision'];

function buildRows(build: ProgramFile['build'], words: Words): Row[] {
  if (!build) return [['go', words.ui('card.notGo')]];
  const { goVersion, path, main, deps } = build;
  const versions = new Map(
    deps.map((dep) => [dep.path, dep.replace ? `${dep.replace.path} ${dep.replace.version}` : dep.version]),
  );
  return [
    ['go', goVersion.replace(/^go/, '')],
    ...(path ? [['main', main ? `${path} · ${main.path} ${main.version}` : path] as const] : []),
    ...settings.flatMap((name): Row[] => (build.settings[name] ? [[name, build.settings[name]]] : [])),
    ...namedModules.flatMap((module): Row[] => [[module, versions.get(module) ?? words.ui('card.notLinked')]]),
  ];
}

/** The place, its C library, and what it is known to lack. */
function placeText(
  place: Place,
  { interpreter }: ProgramNeeds,
  found: FoundLibraries | undefined,
  words: Words,
): string {
  const missing = [...(found ?? [])].flatMap(([name, file]) => (file ? [] : name));
  if (interpreter !== undefined && place.loaders.get(interpreter) === false) missing.unshift(interpreter);
  return [
    place.name,
    place.libc === 'none' ? words.ui('card.noLibc') : [place.libc, place.glibc].filter(Boolean).join(' '),
    place.amd64Level === undefined ? '' : `x86-64-v${place.amd64Level}`,
    missing.length > 0 ? words.ui('card.lacks', { what: missing.join(', ') }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
