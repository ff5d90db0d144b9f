import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { generatedFiles } from '../../../facts/generation/generated.ts';
import { type DemandingFile, runtimeUse } from '../../../facts/generation/runtime-demands.ts';
import { type BuildList, buildList, versionOf } from '../../../facts/modules/build-list.ts';
import type { GeneratedFile } from '../../../facts/project/sources.ts';
import { inModule } from '../../../fix/plans.ts';
import { gogoProtobufModule, oldProtobufModule, protobufModule } from '../../../knowledge/names.ts';
import {
  editionFloors,
  featureFloor,
  missingNames,
  packageConstant,
  supportOf,
} from '../../../knowledge/proto-features.ts';
import type { Demand } from '../../../read/generation/runtime-demands.ts';
import { compareModule } from '../../../read/modules/module-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Generated code uses something that the protobuf runtime of the build does not have. A newer header alone is no fault. */
const trap: Trap = defineTrap({
  id: 'generated-code-newer-than-protobuf',
  group: 'codegen',
  subject: 'module',
  needs: { runtime: runtimeUse, generated: generatedFiles, list: buildList },
  messages: { en, 'zh-CN': zh },
  article: ['3.1.panic', '3.1.deref', '3.1.diagram'],
  judge: ({ facts: { runtime, generated = [], list }, subject }) => {
    if (!list) return [];
    const ofRuntime = runtime ? runtime.files.flatMap((file) => wishesOf(file, runtime.version)) : [];
    const wishes = [...ofRuntime, ...generated.flatMap((file) => constantOf(file, list))];
    return kinds.flatMap((kind) => {
      const [first, ...others] = wishes
        .filter((wish) => wish.kind === kind)
        .sort((a, b) => Number(b.imported) - Number(a.imported) || compareModule(b.since, a.since));
      return first ? [claimOf(first, others.length, list, subject)] : [];
    });
  },
});

/** In this order they stop a user: the compiler, the start, the first message. */
const kinds = ['names', 'constant', 'edition', 'optional'] as const;
type Kind = (typeof kinds)[number];

/** What one file asks for and does not get. */
interface Wish {
  readonly kind: Kind;
  readonly file: string;
  readonly module: string;
  /** The version in the build. */
  readonly version: string;
  /** The first release that has it. */
  readonly since: string;
  /** A name, a field, or an edition. */
  readonly wanted: string;
  readonly place?: Demand;
  /** What will be seen. */
  readonly says: string;
  /** Only what is imported is started. */
  readonly imported: boolean;
  /** The header, as evidence. */
  readonly maker: string;
  /** Another API level would make code without it. */
  readonly mayBeOpen: boolean;
}

function wishesOf({ path, header, demands, imported }: DemandingFile, version: string): Wish[] {
  const { edition, optional, names } = demands;
  const common = { file: path, module: protobufModule, version, imported, maker: makerOf(header), mayBeOpen: false };
  const [missing] = missingNames(protobufModule, version, new Set(names.keys()));
  const place = missing && names.get(missing.name);
  if (missing && place) {
    const says = missing.name.includes('.X.') ? `${missing.name} undefined` : `undefined: ${missing.name}`;
    const mayBeOpen = edition?.name !== openNoMore;
    return [{ ...common, kind: 'names', since: missing.since, wanted: missing.name, place, says, mayBeOpen }];
  }
  const wishes: Wish[] = [];
  // Of several floors that are too high the lowest tells what is seen, the highest what is needed.
  const floors = edition ? editionFloors(edition.name).filter((floor) => supportOf(floor, version) === 'no') : [];
  const [lowest, highest] = [floors[0], floors.at(-1)];
  if (edition && lowest?.says && highest?.since)
    wishes.push({
      ...common,
      kind: 'edition',
      since: highest.since,
      wanted: edition.name,
      place: edition,
      says: lowest.says,
    });
  const floor = featureFloor('optional', protobufModule);
  if (optional && floor?.since && floor.says && supportOf(floor, version) === 'no')
    wishes.push({
      ...common,
      kind: 'optional',
      since: floor.since,
      wanted: optional.field,
      place: optional,
      says: floor.says,
    });
  return wishes;
}

/** In this edition code with the open API does not run on an older runtime either. */
const openNoMore = '2024';

/** `ProtoPackageIsVersionN`: generators before 1.26, and those of gogo, write down which runtime they count on. */
function constantOf({ path, header }: GeneratedFile, list: BuildList): Wish[] {
  if (header.protoSupport === undefined) return [];
  const module = header.usesGogo ? gogoProtobufModule : oldProtobufModule;
  const version = versionOf(list, module);
  const floor = packageConstant(module, header.protoSupport);
  if (!floor || version === undefined || compareModule(version, floor.before) > 0) return [];
  const { name, since } = floor;
  const { protoSupportLine: line } = header;
  const place = line === undefined ? {} : { place: { line, text: `const _ = ${name}` } };
  const common = { file: path, module, version, imported: true, maker: makerOf(header), mayBeOpen: false };
  return [{ ...common, kind: 'constant', since, wanted: name, says: `undefined: ${name}`, ...place }];
}

function makerOf({ generator = '', generatorVersion = '' }: GeneratedFile['header']): string {
  return `made by ${generator} ${generatorVersion}`.trim();
}

function claimOf(wish: Wish, more: number, list: BuildList, subject: Subject): Claim {
  const { kind, file, module, version, since, wanted, place, says } = wish;
  const built = list.modules.get(module);
  const source = built?.replacedBy ?? built;
  const data = { file, module, version, since, wanted, says, more };
  // What others require may raise a version that an old go.mod or a workspace names; then nothing is wrong.
  const certain = list.confidence === 'proven';
  return {
    subject,
    severity: certain && wish.imported ? 'error' : 'warning',
    confidence: list.confidence,
    title: { key: more > 0 ? `title-${kind}-many` : `title-${kind}`, data },
    why: { key: `why-${kind}`, data },
    bites: { key: `bites-${kind}`, data },
    location: { file, ...(place && { line: place.line }) },
    ...(place && { frame: { text: place.text, label: { key: 'label', data } } }),
    evidence: [
      ...(source
        ? [{ source: source.file, ...(source.line && { line: source.line }), text: `${module} ${version}` }]
        : []),
      { source: file, text: wish.maker },
    ],
    causes: [
      {
        kind:
          kind === 'edition'
            ? 'program-panics-at-start'
            : kind === 'optional'
              ? 'message-panics'
              : 'generated-code-does-not-compile',
        about: [module],
      },
    ],
    fixes: fixesOf(wish, list, subject, data),
    verify:
      kind === 'edition' || kind === 'optional'
        ? { argv: ['grpc-doctor', 'check', '--only', trap.id], expect: { key: 'common.check-again' } }
        : { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
    about: kind,
  };
}

type Data = Readonly<Record<string, string | number>>;

function fixesOf({ kind, module, since, mayBeOpen }: Wish, list: BuildList, subject: Subject, data: Data): FixPlan[] {
  const replaced = list.modules.get(module)?.replacedBy;
  const text = (key: string, more: Data = {}): FixPlan => ({
    kind: 'text',
    safety: 'manual',
    title: { key, data: { ...data, ...more } },
  });
  const upgrade = inModule(subject.id, ['go', 'get', `${module}@${since}`], 'fix-upgrade', true);
  return [
    replaced ? text('fix-drop-replace', { place: `${replaced.file}:${replaced.line}` }) : upgrade,
    ...(mayBeOpen ? [text('fix-open-api')] : []),
    ...(kind === 'constant' && module === oldProtobufModule ? [text('fix-regenerate')] : []),
  ];
}

export default trap;
