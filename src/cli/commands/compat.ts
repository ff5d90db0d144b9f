import { answer } from '../../compat/answer.ts';
import { type PartName, partNames } from '../../compat/parts.ts';
import type { Stack } from '../../compat/stack.ts';
import { UserError } from '../../core/errors.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import { project } from '../../core/subject.ts';
import { modules } from '../../facts/modules/modules.ts';
import { type ModuleStack, moduleStack } from '../../facts/stack.ts';
import { outdatedSince } from '../../knowledge/questions.ts';
import { compatText } from '../../report/compat-human.ts';
import { type CompatSet, compatJson } from '../../report/compat-report.ts';
import { jsonText } from '../../report/json-text.ts';
import type { Context } from '../context.ts';
import { localPatient } from '../patient.ts';
import { writeReports } from '../reports.ts';
import { openProject } from '../run.ts';
import { compatProtoCommand } from './compat-proto.ts';
import { type Given, givenVersions, versionsOf } from './compat-versions.ts';

/** Says which versions fit together: those of a project, or those that were given. */
export async function compatCommand(context: Context): Promise<number> {
  const { invocation, words, note, host } = context;
  if (invocation.words[0] === 'proto') return compatProtoCommand(context);
  refuseProtoOptions(context);
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

/** What only `compat proto` knows, and a folder too many. */
function refuseProtoOptions({ invocation }: Context): void {
  const [, surplus] = invocation.words;
  if (surplus !== undefined) throw new UserError('error.tooManyArguments', { word: surplus });
  for (const name of ['protoc', 'feature'])
    if (invocation.value(name) !== undefined) throw new UserError('error.onlyWithProto', { word: `--${name}` });
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
