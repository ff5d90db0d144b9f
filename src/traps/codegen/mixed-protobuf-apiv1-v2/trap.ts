import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { generatedFiles } from '../../../facts/generation/generated.ts';
import { type GogoMessageField, gogoMessageFields } from '../../../facts/generation/gogo-messages.ts';
import { type MessageCall, messageCalls } from '../../../facts/generation/message-calls.ts';
import { moduleSurroundings } from '../../../facts/generation/recommended.ts';
import { type BuildList, buildList, versionOf } from '../../../facts/modules/build-list.ts';
import { folderOf } from '../../../facts/project/folders.ts';
import type { GeneratedFile } from '../../../facts/project/sources.ts';
import { goInstall, inModule } from '../../../fix/plans.ts';
import {
  firstWrappingRelease,
  gogoFunctions,
  gogoRuntimeOf,
  oldFunctions,
  reflectingFunctions,
} from '../../../knowledge/message-functions.ts';
import { grpcModule, messagePluginName, messagePluginPackage, oldProtobufModule } from '../../../knowledge/names.ts';
import { fittingPlugin, type Surroundings } from '../../../knowledge/questions.ts';
import { compareModule } from '../../../read/modules/module-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A message of one protobuf API is given to a function of the other one. */
const trap: Trap = defineTrap({
  id: 'mixed-protobuf-apiv1-v2',
  group: 'codegen',
  subject: 'module',
  needs: {
    calls: messageCalls,
    fields: gogoMessageFields,
    generated: generatedFiles,
    list: buildList,
    surroundings: moduleSurroundings,
  },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { calls = [], fields = [], generated = [], list, surroundings }, subject }) => {
    const kinds: readonly Kind[] = ['plain', 'gogo', 'old'];
    const ofCalls = kinds.flatMap((kind) => {
      const mixed = calls.filter((call) => kindOf(call, list) === kind);
      const [first] = mixed;
      return first ? [claimOf(kind, first, mixed, list, surroundings ?? { streams: false }, subject)] : [];
    });
    return [...ofCalls, ...runtimeClaims(generated, list, subject), ...codecClaims(fields, list, subject)];
  },
});

/** plain: an old message meets the new API. gogo, old: a new message meets a runtime from before it. */
type Kind = 'plain' | 'gogo' | 'old';

function kindOf(call: MessageCall, list: BuildList | undefined): Kind | undefined {
  if (reflectingFunctions.has(call.package)) return call.reflects ? undefined : 'plain';
  if (!call.reflects) return undefined;
  if (gogoFunctions.has(call.package)) return 'gogo';
  const version = versionOf(list, oldProtobufModule);
  const before = version !== undefined && compareModule(version, firstWrappingRelease) < 0;
  return oldFunctions.has(call.package) && before ? 'old' : undefined;
}

function claimOf(
  kind: Kind,
  first: MessageCall,
  mixed: readonly MessageCall[],
  list: BuildList | undefined,
  surroundings: Surroundings,
  subject: Subject,
): Claim {
  const data = {
    message: first.type.name,
    function: `${first.package.slice(first.package.lastIndexOf('/') + 1)}.${first.name}`,
    package: first.package,
    declared: first.declared,
    version: versionOf(list, oldProtobufModule) ?? '',
    count: mixed.length,
  };
  const old = list?.modules.get(oldProtobufModule)?.replacedBy;
  return {
    subject,
    severity: 'error',
    confidence: 'likely',
    title: { key: `title-${kind}`, data },
    why: { key: `why-${kind}`, data },
    bites: { key: kind === 'plain' ? 'bites-plain' : `bites-${panicOf(first)}`, data },
    location: { file: first.path, line: first.line, column: first.column },
    frame: { text: first.text.trim() },
    evidence: [
      ...mixed.slice(0, shown).map(({ path, line, text }) => ({ source: path, line, text: text.trim() })),
      { source: first.declared, text: `type ${first.type.name}` },
      ...(kind === 'old' && old
        ? [{ source: old.file, line: old.line, text: `${oldProtobufModule} => ${old.path} ${old.version ?? ''}` }]
        : []),
    ],
    causes: [{ kind: 'message-without-reflection', about: [subject.id, first.type.package] }],
    fixes: fixesFor(kind, surroundings, data),
    verify: { argv: ['go', 'vet', './...'], expect: { key: 'common.check-again' } },
    about: kind,
  };
}

const shown = 5;

/** Reading a message stops at its first field, printing and copying at a field that is not exported. */
function panicOf({ name }: MessageCall): 'tag' | 'unexported' {
  return /^(?:Unmarshal|Read)/.test(name) ? 'tag' : 'unexported';
}

function fixesFor(kind: Kind, surroundings: Surroundings, data: Record<string, string | number>): FixPlan[] {
  const text = (key: string): FixPlan => ({ kind: 'text', safety: 'manual', title: { key, data } });
  if (kind === 'gogo') return [text('fix-new-functions')];
  if (kind === 'old') return [text('fix-drop-replace'), text('fix-new-functions')];
  const plugin = fittingPlugin(messagePluginPackage, surroundings);
  return [text('fix-wrap'), ...(plugin ? [goInstall(messagePluginPackage, plugin)] : [])];
}

/** Code of a plugin whose runtime gives every message to gogo/protobuf, beside messages of the new API. */
function runtimeClaims(generated: readonly GeneratedFile[], list: BuildList | undefined, subject: Subject): Claim[] {
  const used = generated.flatMap((file) => {
    const runtime = gogoRuntimeOf(file.header.generator ?? '');
    const messages = generated.find(
      ({ path, header }) =>
        header.source === file.header.source &&
        folderOf(path) === folderOf(file.path) &&
        header.generator === messagePluginName &&
        header.reflects,
    );
    const version = runtime && versionOf(list, runtime.module);
    const older = runtime && version !== undefined && compareModule(version, runtime.fixed) < 0;
    return older && messages ? [{ file, runtime, version, messages }] : [];
  });
  const [first] = used;
  if (!first) return [];
  const { file, runtime, version, messages } = first;
  const required = list?.modules.get(runtime.module);
  const data = { file: file.path, module: runtime.module, version, fixed: runtime.fixed, messages: messages.path };
  return [
    {
      subject,
      severity: 'error',
      confidence: list?.confidence ?? 'likely',
      title: { key: 'title-runtime', data },
      why: { key: 'why-runtime', data },
      bites: { key: 'bites-runtime', data },
      location: { file: file.path, line: 1 },
      evidence: [
        ...(required
          ? [
              {
                source: required.file,
                ...(required.line && { line: required.line }),
                text: `${runtime.module} ${version}`,
              },
            ]
          : []),
        ...used.slice(0, shown).map((one) => ({ source: one.file.path, text: `made by ${one.file.header.generator}` })),
        {
          source: messages.path,
          text: `made by ${messagePluginName} ${messages.header.generatorVersion ?? ''}`.trim(),
        },
      ],
      causes: [{ kind: 'message-panics', about: [subject.id, runtime.module] }],
      fixes: [inModule(subject.id, ['go', 'get', `${runtime.module}@${runtime.newest}`], 'fix-runtime', true)],
      verify: { argv: ['go', 'test', './...'], expect: { key: 'common.check-again' } },
      about: runtime.module,
    },
  ];
}

/** Messages of gogo that the codec of grpc-go reads by reflection, as the new API does, and cannot. */
function codecClaims(fields: readonly GogoMessageField[], list: BuildList | undefined, subject: Subject): Claim[] {
  const grpc = list?.modules.get(grpcModule);
  const old = versionOf(list, oldProtobufModule);
  // Without golang/protobuf in the build grpc-go wraps messages by itself, in the same way.
  if (!grpc || (old !== undefined && compareModule(old, firstWrappingRelease) < 0)) return [];
  const [first] = [...fields].sort((a, b) => severityRank(a) - severityRank(b));
  if (!first) return [];
  const data = {
    message: first.message,
    field: first.field,
    file: first.path,
    count: fields.length,
    old: firstWrappingRelease,
  };
  return [
    {
      subject,
      severity: 'warning',
      confidence: 'likely',
      title: { key: `title-codec-${first.kind}`, data },
      why: { key: 'why-codec', data },
      bites: { key: `bites-codec-${first.kind}`, data },
      location: { file: first.path, line: first.line },
      frame: { text: first.text },
      evidence: [
        ...fields.slice(0, shown).map(({ path, line, text }) => ({ source: path, line, text })),
        {
          source: grpc.file,
          ...(grpc.line && { line: grpc.line }),
          text: `${grpcModule} ${grpc.version ?? ''}`.trim(),
        },
      ],
      causes: [{ kind: 'message-not-encoded', about: [subject.id, first.path] }],
      fixes: [
        { kind: 'text', safety: 'manual', title: { key: 'fix-marshalers', data } },
        { kind: 'text', safety: 'manual', title: { key: 'fix-own-codec', data } },
      ],
      verify: { argv: ['go', 'test', './...'], expect: { key: 'common.check-again' } },
      about: 'codec',
    },
  ];
}

function severityRank({ kind }: GogoMessageField): number {
  return ['value', 'list', 'time'].indexOf(kind);
}

export default trap;
