import { protoAnswer } from '../../compat/proto-answer.ts';
import { protoPartNames } from '../../compat/proto-rules.ts';
import type { Stack } from '../../compat/stack.ts';
import { UserError } from '../../core/errors.ts';
import { valueIfKnown } from '../../core/outcome.ts';
import { project } from '../../core/subject.ts';
import { modules } from '../../facts/modules/modules.ts';
import { type ProtoUse, protoUse } from '../../facts/proto/features.ts';
import { type ModuleStack, moduleStack } from '../../facts/stack.ts';
import { outdatedSince } from '../../knowledge/questions.ts';
import type { ProtoFeature } from '../../knowledge/table.ts';
import { protocRelease } from '../../read/generation/protoc-release.ts';
import { type ProtoSet, protoJson, protoText } from '../../report/compat-proto.ts';
import type { Origin } from '../../report/compat-report.ts';
import { jsonText } from '../../report/json-text.ts';
import type { Context } from '../context.ts';
import { localPatient } from '../patient.ts';
import { writeReports } from '../reports.ts';
import { openProject } from '../run.ts';
import { type Given, givenVersions, versionsOf } from './compat-versions.ts';

/** Says whether protoc, plugins, runtime and grpc-go fit what .proto files use: those of a project, or in general. */
export async function compatProtoCommand(context: Context): Promise<number> {
  const { invocation, words, note, host } = context;
  const [, dir] = invocation.words;
  for (const name of ['go', 'go-line'])
    if (invocation.value(name) !== undefined) throw new UserError('error.notWithProto', { word: `--${name}` });
  const asked = askedOf(context);
  const given = asked.protoc !== undefined || asked.versions.size > 0;
  const sets = dir === undefined && given ? [setOfFlags(asked)] : await setsOfProject(context, dir ?? '.', asked);
  const since = outdatedSince(host.today());
  if (since) note(words.ui('note.oldKnowledge', { since }));
  if (sets.length === 0) note(words.compat('proto.nothing', { dir: dir ?? '.' }));
  await writeReports(context, (to, format) =>
    format === 'json' ? jsonText(protoJson(sets, to.machineWords)) : protoText(sets, to.words, to.page),
  );
  return sets.some(({ answer }) => answer.verdict === 'breaks') ? 1 : 0;
}

/** What the command line says. */
interface Asked {
  readonly versions: ReadonlyMap<string, Given>;
  readonly protoc?: string;
  readonly wants: readonly ProtoFeature[];
}

function askedOf(context: Context): Asked {
  const { invocation, words } = context;
  const protoc = invocation.value('protoc');
  if (protoc !== undefined && protocRelease(protoc) === undefined)
    throw new UserError('error.badValue', { word: protoc, option: '--protoc', values: words.compat('acceptedProtoc') });
  const wants = invocation.values('feature') as readonly ProtoFeature[];
  return { versions: givenVersions(context), ...(protoc !== undefined && { protoc }), wants };
}

function setOfFlags({ versions, protoc, wants }: Asked): ProtoSet {
  const stack: Stack = {
    versions: versionsOf(versions),
    switches: false,
    installed: new Set(),
    streams: true,
    wants: new Set(wants),
  };
  return set(
    stack,
    versions,
    { ...(protoc !== undefined && { protoc: { version: protoc } }) },
    new Set(versions.keys()),
  );
}

/** One set for each module whose commands make Go code of .proto files. */
async function setsOfProject(context: Context, dir: string, asked: Asked): Promise<ProtoSet[]> {
  const { store } = await openProject(context, localPatient(context, dir));
  const sets: ProtoSet[] = [];
  for (const id of valueIfKnown(await store.get(modules, project)) ?? []) {
    const subject = { kind: 'module', id } as const;
    const use = await store.get(protoUse, subject);
    const found = await store.get(moduleStack, subject);
    if (use.kind === 'absent') continue;
    const unread = use.kind === 'unknown' ? use : found.kind === 'known' ? undefined : found;
    if (unread) context.note(`${id}: ${context.words.reason(unread.reason)}`);
    else if (use.kind === 'known' && found.kind === 'known') sets.push(setOfModule(id, found.value, use.value, asked));
  }
  return sets;
}

function setOfModule(module: string, found: ModuleStack, use: ProtoUse, asked: Asked): ProtoSet {
  const origins = new Map<string, Origin & { readonly version: string }>();
  for (const part of protoPartNames) {
    const one = asked.versions.get(part) ?? found.parts.get(part);
    if (one) origins.set(part, one);
  }
  const stack: Stack = {
    versions: versionsOf(origins),
    switches: found.switches,
    installed: new Set(),
    streams: found.streams,
    wants: new Set([...asked.wants, ...use.features.map(({ feature }) => feature)]),
  };
  const protoc = asked.protoc === undefined ? use.protoc : { version: asked.protoc };
  return {
    module,
    ...set(
      stack,
      origins,
      { features: use.features, ...(protoc && { protoc }) },
      new Set(asked.versions.keys()),
      found.vendored,
    ),
  };
}

function set(
  stack: Stack,
  origins: ReadonlyMap<string, Origin>,
  {
    protoc,
    features = [],
  }:
    | Partial<ProtoUse>
    | { readonly protoc?: Origin & { readonly version: string }; readonly features?: ProtoUse['features'] },
  fixed: ReadonlySet<string>,
  vendored = false,
): ProtoSet {
  const flagged = new Set(features.filter((one) => one.flagged).map(({ feature }) => feature));
  const question = { stack, fixed: fixed as ReadonlySet<never>, fill: false, vendored, flagged };
  const answer = protoAnswer({ ...question, ...(protoc && { protoc: protoc.version }) });
  return { stack, origins, ...(protoc && { protoc }), features, answer };
}
