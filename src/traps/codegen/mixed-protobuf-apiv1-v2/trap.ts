import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type MessageCall, messageCalls } from '../../../facts/generation/message-calls.ts';
import { moduleSurroundings } from '../../../facts/generation/recommended.ts';
import { type BuildList, buildList, versionOf } from '../../../facts/modules/build-list.ts';
import { goInstall } from '../../../fix/plans.ts';
import {
  firstWrappingRelease,
  gogoFunctions,
  oldFunctions,
  reflectingFunctions,
} from '../../../knowledge/message-functions.ts';
import { messagePluginPackage, oldProtobufModule } from '../../../knowledge/names.ts';
import { fittingPlugin, type Surroundings } from '../../../knowledge/questions.ts';
import { compareModule } from '../../../read/modules/module-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A message of one protobuf API is given to a function of the other one. */
const trap: Trap = defineTrap({
  id: 'mixed-protobuf-apiv1-v2',
  group: 'codegen',
  subject: 'module',
  needs: { calls: messageCalls, list: buildList, surroundings: moduleSurroundings },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { calls = [], list, surroundings }, subject }) => {
    const kinds: readonly Kind[] = ['plain', 'gogo', 'old'];
    return kinds.flatMap((kind) => {
      const mixed = calls.filter((call) => kindOf(call, list) === kind);
      const [first] = mixed;
      return first ? [claimOf(kind, first, mixed, list, surroundings ?? { streams: false }, subject)] : [];
    });
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
  return name.startsWith('Unmarshal') ? 'tag' : 'unexported';
}

function fixesFor(kind: Kind, surroundings: Surroundings, data: Record<string, string | number>): FixPlan[] {
  const text = (key: string): FixPlan => ({ kind: 'text', safety: 'manual', title: { key, data } });
  if (kind === 'gogo') return [text('fix-new-functions')];
  if (kind === 'old') return [text('fix-drop-replace'), text('fix-new-functions')];
  const plugin = fittingPlugin(messagePluginPackage, surroundings);
  return [text('fix-wrap'), ...(plugin ? [goInstall(messagePluginPackage, plugin)] : [])];
}

export default trap;
