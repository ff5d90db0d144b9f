import { answer } from '../../compat/answer.ts';
import {
  beyondTables,
  knownSpan,
  meantVersion,
  moduleOf,
  type PartName,
  partNames,
  type Versions,
} from '../../compat/parts.ts';
import type { Stack } from '../../compat/stack.ts';
import { UserError } from '../../core/errors.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import { project } from '../../core/subject.ts';
import { modules } from '../../facts/modules/modules.ts';
import { type ModuleStack, moduleStack } from '../../facts/stack.ts';
import { outdatedSince, unreleased } from '../../knowledge/questions.ts';
import { releasesAsOf } from '../../knowledge/stack.ts';
import { compatText } from '../../report/compat-human.ts';
import { type CompatSet, compatJson, type Origin } from '../../report/compat-report.ts';
import { jsonText } from '../../report/json-text.ts';
import type { Context } from '../context.ts';
import { localPatient } from '../patient.ts';
import { writeReports } from '../reports.ts';
import { openProject } from '../run.ts';

/** Says which versions fit together: those of a project, or those that were given. */
export async function compatCommand(context: Context): Promise<number> {
  const { invocation, words, note, host } = context;
  const given = givenVersions(context);
  const [dir] = invocation.words;
  const sets =
    dir === undefined && given.size > 0 ? [setOfFlags(given)] : await setsOfProject(context, dir ?? '.', given);
  const since = outdatedSince(host.today());
  if (since) note(words.ui('note.oldKnowledge', { since }));
  if (sets.length === 0) note(words.compat('note.nothing', { dir: dir ?? '.' }));
  await writeReports(context, (to, format) =>
    format === 'json' ? jsonText(compatJson(sets, to.machineWords)) : compatText(sets, to.words, to.page),
  );
  return sets.some((set) => set.answer.verdict === 'breaks') ? 1 : 0;
}

interface Given extends Origin {
  readonly version: string;
}

/** The versions of the command line. Throws a UserError for what is none. */
function givenVersions({ invocation, words }: Context): ReadonlyMap<PartName, Given> {
  const given = new Map<PartName, Given>();
  for (const part of partNames) {
    const text = invocation.value(part);
    if (text === undefined) continue;
    const version = meantVersion(part, text);
    if (version === undefined || beyondTables(part, version) === 'older') {
      const { first, newest } = knownSpan(part);
      const minor = newest.replace(/\.\d+$/, '');
      const key = part === 'go-line' ? 'acceptedLine' : 'accepted';
      const values = words.compat(key, { first, newest, minor, asOf: releasesAsOf });
      throw new UserError('error.badValue', { word: text, option: `--${part}`, values });
    }
    refuseUnpublished(part, version);
    given.set(part, { version, ...(text !== version && `v${text}` !== version && { asked: text }) });
  }
  return given;
}

/** A version that cannot be installed fits nothing; what came after the lists were made is another matter. */
function refuseUnpublished(part: PartName, version: string): void {
  if (part === 'go' || part === 'go-line') return;
  const missing = unreleased(moduleOf[part], version);
  if (missing?.never)
    throw new UserError('error.neverPublished', {
      option: `--${part}`,
      version,
      nearest: missing.nearest,
      asOf: missing.asOf,
    });
}

function setOfFlags(given: ReadonlyMap<PartName, Given>): CompatSet {
  const stack: Stack = { versions: versionsOf(given), switches: false, installed: new Set(), streams: true };
  const fixed = new Set(given.keys());
  return { stack, origins: given, answer: answer({ stack, fixed, fill: true, vendored: false }) };
}

/** One set for each module that uses grpc, protobuf or a plugin; what was given stands in place of what it has. */
async function setsOfProject(
  context: Context,
  dir: string,
  given: ReadonlyMap<PartName, Given>,
): Promise<readonly CompatSet[]> {
  const { store } = await openProject(context, localPatient(context, dir));
  const sets: CompatSet[] = [];
  for (const id of valueIfKnown(await store.get(modules, project)) ?? []) {
    const found = await store.get(moduleStack, { kind: 'module', id });
    if (found.kind !== 'known') context.note(`${id}: ${context.words.reason(found.reason)}`);
    else if (isOfStack(found.value)) sets.push(setOfModule(id, found.value, given));
  }
  return sets;
}

function setOfModule(module: string, found: ModuleStack, given: ReadonlyMap<PartName, Given>): CompatSet {
  const origins = new Map(
    partNames.flatMap((part) => {
      const one = given.get(part) ?? found.parts.get(part);
      return one ? [[part, one]] : [];
    }),
  );
  const stack: Stack = {
    versions: versionsOf(origins),
    // A Go that was given stands for a machine on which only that one is to be had.
    switches: found.switches && !given.has('go'),
    installed: new Set(partNames.filter((part) => found.installed.has(part) && !given.has(part))),
    streams: found.streams,
    ...(found.code && { code: found.code }),
  };
  const question = { stack, fixed: new Set(given.keys()), fill: false, vendored: found.vendored };
  return { module, stack, origins, answer: answer(question) };
}

/** Go and a go line are everywhere; a module is only of interest with one of the others. */
function isOfStack({ parts }: ModuleStack): boolean {
  return [...parts.keys()].some((part) => part !== 'go' && part !== 'go-line');
}

function versionsOf(parts: ReadonlyMap<PartName, { readonly version: string }>): Versions {
  return Object.fromEntries([...parts].map(([part, { version }]) => [part, version]));
}
