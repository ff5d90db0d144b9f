import { type Ask, defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { grpcPluginName } from '../../knowledge/names.ts';
import type { FileShape } from '../../read/proto/file-shape.ts';
import { type ShapeDifference, serviceDifferences, shapeDifferences } from '../../read/proto/shape-difference.ts';
import { moduleSources } from '../modules/sources.ts';
import { folderOf } from '../project/folders.ts';
import { tree } from '../project/tree.ts';
import { goName, splitGoPackage } from '../proto/compilation/go-package.ts';
import { protoOracle } from '../proto/oracle.ts';
import { bytesOf } from '../source/own-code.ts';
import { readText } from '../text-file.ts';
import { type Embedded, embeddedSources } from './embedded.ts';
import { foreignNamesakes } from './foreign-namesakes.ts';
import { inputsOf } from './inputs.ts';
import { type Maker, makers } from './makers.ts';
import { nearestSteps } from './origins.ts';
import { generation, type Step } from './steps.ts';

/** A generated file that its .proto file would not give any more. */
export interface StaleFile {
  /**
   * `messages`: the descriptor in it is another one. `services`: gRPC code alone, while the messages were made again. `go-package`: only
   * `go_package` is another one, and by it the next code goes to another file, or into another package.
   */
  readonly kind: 'messages' | 'services' | 'go-package';
  readonly embedded: Embedded;
  /** The .proto file, relative to the project. */
  readonly proto: string;
  /** At least one. */
  readonly differences: readonly Quoted[];
  /** No other .proto file can be meant, or a compiler of this machine has read it. */
  readonly sure: boolean;
  /** Steps that read the .proto file, the nearest. */
  readonly steps: readonly Step[];
  /** The next generation writes to another path, and leaves this file where it is. */
  readonly leftBehind?: boolean;
}

/** A difference with what stands in both files about it. */
export interface Quoted extends ShapeDifference {
  /** The line of the .proto file at the difference's place. */
  readonly text?: string;
  /** In the generated file, of what is there. */
  readonly made?: { readonly line: number; readonly text: string };
}

/**
 * Generated files of the project whose descriptor says something else than their .proto file does now. Of several .proto files that may
 * be meant one that agrees is enough. A .proto file that cannot be read in every place decides nothing. What a compiler of this machine
 * made of a file (`--deep`) wins over what was read here.
 */
const staleFiles = defineFact<readonly StaleFile[]>('project.stale-files', 'project', async (ask) => {
  const embedded = await ask.get(embeddedSources);
  if (embedded.kind !== 'known') return embedded;
  const comparable = embedded.value.filter(({ candidates }) => candidates.length > 0);
  if (comparable.length === 0) return known([]);
  const found = valueIfKnown(await ask.get(tree));
  const { readProtoShape } = await import('../../read/proto/shape-of-source.ts');
  const compiled = await compiledShapes(ask);
  const project = new Project(ask, found?.root ?? ask.options.dir, readProtoShape, compiled);
  const compared = comparable.map((one) => project.compare(one));
  const fresh = new Set(compared.flatMap(({ agreeing }) => agreeing));
  const steps = valueIfKnown(await ask.get(generation))?.steps ?? [];
  const inputs = new Map(steps.map((step) => [step, inputsOf(step, found?.protos ?? [])]));
  const made = valueIfKnown(await ask.get(makers)) ?? new Map<string, readonly Maker[]>();
  return known(
    compared.flatMap(({ embedded: one, answers, agreeing, decided }): StaleFile[] => {
      if (!decided || answers.length === 0) return [];
      if (agreeing.length > 0) return movedPackage(one, agreeing, made, project);
      const meant = meantOf(one, answers, fresh, made);
      if (!meant || project.hasForeignTwin(one)) return [];
      const { proto, differences, sure } = meant;
      const kind = one.shape ? 'messages' : 'services';
      const quoted = project.quoted(one, proto, differences);
      const own = (made.get(proto) ?? []).filter((maker) => writes(maker, one)).map(({ step }) => step);
      const making = own.length > 0 ? own : nearestSteps(one.file, inputs);
      return [{ kind, embedded: one, proto, differences: quoted, sure, steps: making }];
    }),
  );
});

/** Those of one module. */
export const moduleStaleFiles = defineFact<readonly StaleFile[]>('module.stale-files', 'module', async (ask) => {
  const [sources, stale] = [await ask.get(moduleSources), await ask.get(staleFiles)];
  if (sources.kind !== 'known') return sources;
  if (stale.kind !== 'known') return stale;
  const own = new Set(sources.value.generated.map(({ path }) => path));
  return known(stale.value.filter(({ embedded }) => own.has(embedded.file.path)));
});

/** A .proto file and what is different in it. */
interface Answer {
  readonly proto: string;
  readonly shape: FileShape;
  readonly differences: readonly ShapeDifference[];
  /** A compiler of this machine says so. */
  readonly confirmed: boolean;
}

interface Compared {
  readonly embedded: Embedded;
  readonly answers: readonly Answer[];
  /** .proto files without a difference. */
  readonly agreeing: readonly string[];
  /** False where a .proto file could not be read, or nothing in the generated one can be compared. */
  readonly decided: boolean;
}

/** What the compilers of this machine made of .proto files, by their path in the project. */
async function compiledShapes(ask: Ask): Promise<ReadonlyMap<string, FileShape>> {
  const verdicts = valueIfKnown(await ask.get(protoOracle))?.verdicts ?? [];
  if (verdicts.length === 0) return new Map();
  const { shapeOfDescriptor } = await import('../../read/proto/shape-of-descriptor.ts');
  return new Map(
    verdicts.flatMap(({ compilation, files }) =>
      files.flatMap((file): [string, FileShape][] => {
        const path = compilation.files.get(file.name)?.path;
        return path === undefined ? [] : [[path, shapeOfDescriptor(file)]];
      }),
    ),
  );
}

class Project {
  readonly #ask: Ask;
  readonly #root: string;
  readonly #readShape: (text: string) => FileShape | undefined;
  readonly #shapes = new Map<string, FileShape | undefined>();
  readonly #compiled: ReadonlyMap<string, FileShape>;

  constructor(
    ask: Ask,
    root: string,
    readShape: (text: string) => FileShape | undefined,
    compiled: ReadonlyMap<string, FileShape>,
  ) {
    this.#ask = ask;
    this.#root = root;
    this.#readShape = readShape;
    this.#compiled = compiled;
  }

  compare(embedded: Embedded): Compared {
    const services = embedded.file.header.generator === grpcPluginName && embedded.services.length > 0;
    if (!embedded.shape && !services) return { embedded, answers: [], agreeing: [], decided: false };
    const answers = embedded.candidates.flatMap((proto): Answer[] => {
      const [read, compiled] = [this.#shapeOf(proto), this.#compiled.get(proto)];
      const shape = compiled ?? read;
      if (!shape) return [];
      const differences = differencesOf(embedded, shape);
      // The compiler decides; only the text has places.
      const placed = compiled && read && differences.length > 0 ? differencesOf(embedded, read) : differences;
      const confirmed = compiled !== undefined;
      return [{ proto, shape, differences: placed.length > 0 ? placed : differences, confirmed }];
    });
    const agreeing = answers.filter(({ differences }) => differences.length === 0).map(({ proto }) => proto);
    return { embedded, answers, agreeing, decided: answers.length === embedded.candidates.length };
  }

  /** A copy in a folder of other people's files from which the code may come; none is looked for before it matters. */
  hasForeignTwin(embedded: Embedded): boolean {
    const paths = foreignNamesakes(this.#ask.host, this.#root, folderOf(embedded.file.path), embedded.source);
    return paths.some((path) => {
      const text = valueIfKnown(readText(this.#ask.host, path));
      const shape = text === undefined ? undefined : this.#readShape(text);
      return !shape || differencesOf(embedded, shape).length === 0;
    });
  }

  quoted({ file }: Embedded, proto: string, differences: readonly ShapeDifference[]): Quoted[] {
    const lines = (this.#textOf(proto) ?? '').split('\n');
    const code = (bytesOf(this.#ask.host, this.#root, file.path)?.toString('utf8') ?? '').split('\n');
    return differences.map((difference) => {
      const text = difference.place && lines[difference.place.line - 1]?.trim();
      const line = lineOfMade(code, difference);
      return {
        ...difference,
        ...(text && { text }),
        ...(line !== undefined && { made: { line: line + 1, text: (code[line] ?? '').trim() } }),
      };
    });
  }

  #shapeOf(proto: string): FileShape | undefined {
    if (this.#shapes.has(proto)) return this.#shapes.get(proto);
    const text = this.#textOf(proto);
    const shape = text === undefined ? undefined : this.#readShape(text);
    this.#shapes.set(proto, shape);
    return shape;
  }

  #textOf(proto: string): string | undefined {
    return valueIfKnown(readText(this.#ask.host, this.#ask.host.path.join(this.#root, ...proto.split('/'))));
  }
}

function differencesOf(embedded: Embedded, now: FileShape): readonly ShapeDifference[] {
  const { shape, services, servicePackage = '' } = embedded;
  if (shape) return shapeDifferences(shape, now);
  return servicePackage === now.package ? serviceDifferences(services, now.services) : [];
}

/**
 * The .proto file that is meant: the one of which a command makes this very file, that beside it under its name, or the only one with a
 * name of several folders. Else the nearest of those that share the package and some declaration, unless that one agrees with generated code of its own.
 */
function meantOf(
  embedded: Embedded,
  answers: readonly Answer[],
  fresh: ReadonlySet<string>,
  made: ReadonlyMap<string, readonly Maker[]>,
): (Answer & { sure: boolean }) | undefined {
  const { file, source, shape, services } = embedded;
  const written = answers.filter(({ proto }) => made.get(proto)?.some((maker) => writes(maker, embedded)));
  const beside = answers.find(({ proto }) => folderOf(proto) === folderOf(file.path));
  const only = answers.length === 1 && source.includes('/') ? answers[0] : undefined;
  const strong = (written.length === 1 ? written[0] : undefined) ?? beside ?? only;
  if (strong) return { ...strong, sure: true };
  const declared = new Set([...(shape?.messages ?? []), ...(shape?.services ?? services)].map(({ name }) => name));
  const akin = answers.filter(
    ({ proto, shape: now }) =>
      !fresh.has(proto) &&
      (!shape || shape.package === now.package) &&
      [...now.messages, ...now.services].some(({ name }) => declared.has(name)),
  );
  const near = akin.map((one) => [sharedFolders(one.proto, file.path), one] as const).sort(([a], [b]) => b - a);
  const [first, second] = near;
  return first && first[0] !== second?.[0] ? { ...first[1], sure: first[1].confirmed } : undefined;
}

/** True where a command makes this very file, as long as `go_package` is what it was. */
function writes(maker: Maker, { file, goPackage }: Embedded): boolean {
  const path = goPackage === undefined ? maker.goPackage?.path : splitGoPackage(goPackage).path;
  return path !== undefined && maker.target(path) === file.path;
}

/** Where every .proto file that agrees leads to another Go package than the generated code is of. */
function movedPackage(
  embedded: Embedded,
  agreeing: readonly string[],
  made: ReadonlyMap<string, readonly Maker[]>,
  project: Project,
): StaleFile[] {
  const { file, goPackage = '' } = embedded;
  const before = splitGoPackage(goPackage);
  const name = before.name || goName(before.path.slice(before.path.lastIndexOf('/') + 1));
  const moved = agreeing.flatMap((proto) =>
    (made.get(proto) ?? []).filter(
      (maker) =>
        maker.certain &&
        writes(maker, embedded) &&
        maker.goPackage !== undefined &&
        (maker.target(maker.goPackage.path) !== file.path || maker.goPackage.name !== name),
    ),
  );
  const [first] = moved;
  if (!first?.goPackage || moved.length < agreeing.length || file.header.package !== name) return [];
  const { path: after, line } = first.goPackage;
  const difference: ShapeDifference = {
    kind: 'package',
    change: 'changed',
    name: after,
    before: goPackage,
    after:
      first.goPackage.name === goName(after.slice(after.lastIndexOf('/') + 1))
        ? after
        : `${after};${first.goPackage.name}`,
    place: { line, column: 1 },
  };
  const steps = moved.map(({ step }) => step);
  const proto = first.input.path;
  const differences = project.quoted(embedded, proto, [difference]);
  const leftBehind = moved.every((maker) => maker.goPackage && maker.target(maker.goPackage.path) !== file.path);
  return [{ kind: 'go-package', embedded, proto, differences, sure: true, steps, ...(leftBehind && { leftBehind }) }];
}

function sharedFolders(one: string, other: string): number {
  const [a, b] = [one.split('/'), other.split('/')];
  const end = a.findIndex((folder, at) => folder !== b[at]);
  return end < 0 ? a.length : end;
}

/** Index of the line of the generated file with what was made of a declaration; undefined for what is not in it. */
function lineOfMade(
  code: readonly string[],
  { kind, change, name, aspect, before }: ShapeDifference,
): number | undefined {
  if (change === 'added') return undefined;
  const parts = name.split('.');
  const last = aspect === 'name' && before !== undefined ? before : (parts.at(-1) ?? '');
  const holder = parts.slice(0, -1).join('_');
  const find = (wanted: string, from = 0): number | undefined => {
    const at = code.findIndex((line, index) => index >= from && line.includes(wanted));
    return at < 0 ? undefined : at;
  };
  if (kind === 'message') return find(`type ${parts.join('_')} struct`);
  if (kind === 'enum') return find(`type ${parts.join('_')} int32`);
  if (kind === 'enum-value') return find(`: "${last}"`);
  if (kind === 'method') return find(`"${last}"`);
  return kind === 'field' ? find(`name=${last},`, find(`type ${holder} struct`) ?? 0) : undefined;
}
