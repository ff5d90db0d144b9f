import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { otherBuildSystems } from '../../knowledge/names.ts';
import { optionOf, type ProtoSource } from '../../read/proto/proto-source.ts';
import { ciFiles } from '../deploy/ci.ts';
import { dockerfiles } from '../deploy/dockerfiles.ts';
import { missingPackages } from '../modules/missing-packages.ts';
import { projectText } from '../modules/modules.ts';
import { moduleSources } from '../modules/sources.ts';
import { folderOf } from '../project/folders.ts';
import { tree } from '../project/tree.ts';
import { protoReading, protoSources } from '../proto/sources.ts';
import { bytesOf } from '../source/own-code.ts';
import { bazelRule } from './bazel.ts';
import { inputsOf } from './inputs.ts';
import { generation, type Step } from './steps.ts';
import { moduleStubs, type StubUse } from './stubs.ts';

/** Go code of a .proto file that the module's own code needs, and that is not there. */
export interface MissingCode {
  /** `package`: no file of the package. `service`: its messages are there, what a service needs is not. */
  readonly kind: 'package' | 'service';
  /** Import path. */
  readonly package: string;
  readonly service?: string;
  readonly proto: string;
  /** Where it is needed. */
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** The name that is undefined. */
  readonly name?: string;
  /** Steps that read the .proto file and would make it. */
  readonly steps: readonly Step[];
  /** Steps that read it and make something else of it. */
  readonly otherSteps: readonly Step[];
  /** Some of what the same steps make is in the repository. */
  readonly committed: boolean;
  /** .gitignore keeps generated files out on purpose. */
  readonly ignored: boolean;
}

/** Absent where something that is not read may generate: an image, a job, another build system. */
export const missingCode = defineFact<readonly MissingCode[]>('module.missing-code', 'module', async (ask, { id }) => {
  const sources = await ask.get(moduleSources);
  if (sources.kind !== 'known') return sources;
  const found = [...(await packagesOf(ask, id)), ...(await missingServices(ask))];
  if (found.length === 0 || (await generatesElsewhere(ask))) return known([]);
  const [planned, reading] = [await ask.get(generation), await ask.get(protoReading)];
  if (planned.kind !== 'known') return planned;
  if (reading.kind !== 'known') return reading;
  // The code may be that of a .proto file that was not read.
  if (reading.value.unread[0]) return { kind: 'unknown', reason: reading.value.unread[0] };
  const { steps, unread } = planned.value;
  // A file that was not read may be the one that generates.
  if (unread[0]) return { kind: 'unknown', reason: unread[0] };
  // As may a job of a CI file that was not read.
  const unreadJob = valueIfKnown(await ask.get(ciFiles))?.unread[0];
  if (unreadJob) return { kind: 'unknown', reason: unreadJob };
  const protos = valueIfKnown(await ask.get(tree))?.protos ?? [];
  const ignored = /\.pb\.go/.test(valueIfKnown(await projectText(ask, '.gitignore')) ?? '');
  const sourcesMade = sources.value.generated.flatMap(({ header }) => header.source ?? []);
  return known(
    found.map((one) => {
      const fed = steps.filter((step) => inputsOf(step, protos).includes(one.proto));
      const making = fed.filter((step) => one.kind === 'package' || makesServices(step));
      const inputs = making.flatMap((step) => inputsOf(step, protos));
      const committed = inputs.some((proto) => sourcesMade.some((source) => `/${proto}`.endsWith(`/${source}`)));
      const otherSteps = fed.filter((step) => !making.includes(step));
      return { ...one, steps: making, otherSteps, committed, ignored };
    }),
  );
});

type Found = Omit<MissingCode, 'steps' | 'otherSteps' | 'committed' | 'ignored'>;

/** Packages of this very module that its own code imports, and which some .proto file is to become. */
async function packagesOf(ask: Ask, id: string): Promise<Found[]> {
  const missing = valueIfKnown(await ask.get(missingPackages)) ?? [];
  const protos = [...(valueIfKnown(await ask.get(protoSources)) ?? [])];
  return missing.flatMap(({ path, folder, module, importers }): Found[] => {
    const importer = importers.find((one) => one.module === id && !one.aside);
    const proto = protos.find(([file, source]) => becomes(file, source, path, folder))?.[0];
    if (module !== id || !importer || !proto) return [];
    const { file, line } = importer;
    return [{ kind: 'package', package: path, proto, file, line, text: `"${path}"` }];
  });
}

/** By its option go_package, or because it lies where the package should be. */
function becomes(path: string, source: ProtoSource, importPath: string, folder: string): boolean {
  const target =
    optionOf(source, 'go_package')
      ?.value.split(';')[0]
      ?.replace(/^(?:\.\/)+/, '') ?? '';
  if (target.length > 1 && (importPath === target || importPath.endsWith(`/${target}`))) return true;
  return folderOf(path) === folder;
}

/** Services whose messages are there, and of which the module's own code uses what is not. */
async function missingServices(ask: Ask): Promise<Found[]> {
  const stubs = valueIfKnown(await ask.get(moduleStubs)) ?? [];
  const found: Found[] = [];
  for (const { file, uses, folder, ...stub } of stubs) {
    const [use] = uses;
    if (file || !use || (await isDeclared(ask, folder, use))) continue;
    const { path, line, text, name } = use;
    const twice = found.some((one) => one.package === stub.package && one.service === stub.service);
    if (!twice) found.push({ kind: 'service', ...stub, file: path, line, text, name });
  }
  return found;
}

/** Some generators name their files otherwise, and some people write the functions by hand. */
async function isDeclared(ask: Ask, folder: string, { name }: StubUse): Promise<boolean> {
  const root = valueIfKnown(await ask.get(tree))?.root ?? ask.options.dir;
  const entries = ask.host.list(ask.host.path.join(root, ...folder.split('/'))) ?? [];
  const declarations = [`func ${name}(`, `type ${name} `];
  return entries
    .filter((entry) => entry.name.endsWith('.go'))
    .some((entry) => {
      const bytes = bytesOf(ask.host, root, folder === '.' ? entry.name : `${folder}/${entry.name}`);
      return declarations.some((declaration) => bytes?.includes(declaration));
    });
}

function makesServices({ plugins }: Step): boolean {
  return plugins.some(
    ({ name, options }) => /grpc$|gogo|gofast|gocosmos|micro/.test(name) || options.includes('plugins=grpc'),
  );
}

/** What runs in an image or a job, or in another build system, is not read as steps; it may make what is missing. */
async function generatesElsewhere(ask: Ask): Promise<boolean> {
  const root = valueIfKnown(await ask.get(tree))?.root ?? ask.options.dir;
  if (otherBuildSystems.some((name) => ask.host.stat(ask.host.path.join(root, name)))) return true;
  if (valueIfKnown(await ask.get(bazelRule))) return true;
  const files = [
    ...(valueIfKnown(await ask.get(dockerfiles))?.files ?? []),
    ...(valueIfKnown(await ask.get(ciFiles))?.files ?? []),
  ];
  return files.some(({ lines }) =>
    lines.some((line) => /\bprotoc\s+-|\bbuf\s+generate\b|\bgo\s+generate\b/.test(line)),
  );
}
