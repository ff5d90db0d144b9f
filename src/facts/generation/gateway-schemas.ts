import { type Ask, defineFact } from '../../core/fact.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import { maskSecrets } from '../../host/mask.ts';
import { newestSchemaRelease, type SchemaProgram, schemaPrograms } from '../../knowledge/schema-generators.ts';
import { isModuleVersion } from '../../read/modules/module-version.ts';
import { type GoTag, goTagOf } from '../../read/proto/go-tags.ts';
import { httpMethods } from '../../read/proto/http-methods.ts';
import { MessageIndex, type ReachedField } from '../../read/proto/messages.ts';
import type { ProtoDetails } from '../../read/proto/proto-source.ts';
import { readProtoDetails } from '../../read/proto/read-proto.ts';
import { toolInstalls } from '../deploy/tool-installs.ts';
import { buildList } from '../modules/build-list.ts';
import { modules } from '../modules/modules.ts';
import { tree } from '../project/tree.ts';
import type { Compilation, Output } from '../proto/compilation/compilation.ts';
import { compilations } from '../proto/compilation/compilations.ts';
import { bytesOf, liesBesideTheProduct } from '../source/own-code.ts';
import { placesOf } from './tools.ts';

/** A field of a message that a gateway sends or receives, with its line. */
export interface ExchangedField extends ReachedField {
  readonly text: string;
  /** A comment asks for a tag on the field of the Go struct. */
  readonly goTag?: GoTag;
}

/** An OpenAPI document that the project's generation makes of services behind a gateway. */
export interface GatewaySchema {
  readonly program: SchemaProgram;
  /** Undefined where nothing tells it. */
  readonly version?: string;
  /** What told the version, where it is not the step itself. */
  readonly versionFrom?: { readonly source: string; readonly line?: number; readonly text: string };
  readonly via: 'protoc' | 'buf';
  /** Of the plugin, as written. */
  readonly options: readonly string[];
  /** The script or template, and the place of the plugin in it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The whole line, and the argument in it; of a template the entry. */
  readonly text: string;
  readonly argument: string;
  /** Fields of the messages that its HTTP methods answer with, and of those that they take. */
  readonly answers: readonly ExchangedField[];
  readonly requests: readonly ExchangedField[];
}

/** Absent where the project makes no OpenAPI document of a service with HTTP rules. What tests and examples generate does not count. */
export const gatewaySchemas = defineFact<readonly GatewaySchema[]>(
  'project.gateway-schemas',
  'project',
  async (ask) => {
    const all = await ask.get(compilations);
    if (all.kind !== 'known') return all;
    const schemas: GatewaySchema[] = [];
    for (const compilation of all.value) {
      const file = compilation.step?.file;
      if (file === undefined || liesBesideTheProduct(file)) continue;
      const made = compilation.outputs.filter(({ plugin }) => schemaPrograms[plugin] !== undefined);
      const exchanged = made.length > 0 ? await exchangedBy(ask, compilation) : undefined;
      for (const output of exchanged ? made : []) {
        const found = await programOf(ask, compilation, output);
        const { line, column, options, text: argument } = output;
        const text = compilation.step?.lineTexts.get(line) ?? output.text;
        const via = compilation.via === 'buf' ? 'buf' : 'protoc';
        if (found && exchanged)
          schemas.push({ ...found, ...exchanged, via, options, file, line, column, text, argument });
      }
    }
    return schemas.length === 0 ? absent('no-gateway-schema') : known(schemas);
  },
);

/** What the HTTP methods of a compilation exchange; undefined where it has none. */
async function exchangedBy(
  ask: Ask,
  { inputs, files }: Compilation,
): Promise<Pick<GatewaySchema, 'answers' | 'requests'> | undefined> {
  const root = valueIfKnown(await ask.get(tree))?.root ?? ask.options.dir;
  const served = inputs.filter(
    ({ own, path, source }) => own && !liesBesideTheProduct(path) && source.services.length > 0,
  );
  if (served.length === 0) return undefined;
  const texts = new Map<string, string>();
  for (const { path } of files.values()) {
    const text = ask.host.path.isAbsolute(path) ? undefined : bytesOf(ask.host, root, path)?.toString('utf8');
    if (text !== undefined) texts.set(path, maskSecrets(text));
  }
  const details = new Map<string, ProtoDetails>([...texts].map(([path, text]) => [path, readProtoDetails(text)]));
  const methods = served.flatMap(({ path, source }) =>
    httpMethods(texts.get(path) ?? '', source).map((method) => ({ ...method, file: path })),
  );
  if (methods.length === 0) return undefined;
  const index = new MessageIndex(details);
  const lines = new Map([...texts].map(([path, text]) => [path, text.split('\n')]));
  const withLine = (field: ReachedField): ExchangedField => {
    const own = lines.get(field.file) ?? [];
    const goTag = goTagOf(own, field);
    return { ...field, text: (own[field.line - 1] ?? '').trim(), ...(goTag && { goTag }) };
  };
  const of = (side: 'input' | 'output') =>
    index.reach(methods.map((method) => ({ type: method[side], file: method.file }))).map(withLine);
  return { answers: of('output'), requests: of('input') };
}

type Found = Pick<GatewaySchema, 'program' | 'version' | 'versionFrom'>;

/** Which program runs, in which version; undefined where another one may have that name. */
async function programOf(
  ask: Ask,
  { step }: Compilation,
  { plugin, line, column }: Output,
): Promise<Found | undefined> {
  const program = schemaPrograms[plugin];
  const start = step?.plugins.find((one) => one.name === plugin && one.line === line && one.column === column);
  if (!program || !start) return undefined;
  if (start.version !== undefined && start.kind !== 'path') {
    const version = /^v\d/.test(start.version) ? start.version : `v${start.version}`;
    return { program, ...(isModuleVersion(version) && { version }) };
  }
  const onThisPath = start.kind === 'path' && !step?.job;
  const told = (await installed(ask, program)) ?? (onThisPath ? await onPath(ask, plugin, program) : undefined);
  if (told) return { program, ...told };
  return program.alone ? { program } : undefined;
}

/** What an installation line of the project says, else the go.mod that such a line leaves it to. */
async function installed(ask: Ask, program: SchemaProgram): Promise<Omit<Found, 'program'> | undefined> {
  const lines = valueIfKnown(await ask.get(toolInstalls))?.installs ?? [];
  const own = lines.filter((one) => one.package === program.package && !liesBesideTheProduct(one.file));
  const [first] = own.filter(({ place }) => place === 'script' || place === 'module').concat(own);
  if (!first) return undefined;
  const versionFrom = { source: first.file, line: first.line, text: first.lineText.trim() };
  if (first.version === undefined) {
    for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
      const list = valueIfKnown(await ask.get(buildList, { kind: 'module', id }));
      const required = list?.modules.get(program.module);
      if (required?.version)
        return {
          version: required.version,
          versionFrom: {
            source: required.file,
            ...(required.line !== undefined && { line: required.line }),
            text: `${program.module} ${required.version}`,
          },
        };
    }
    return { versionFrom };
  }
  const version = first.version === 'latest' ? newestSchemaRelease(program.package) : first.version;
  return { versionFrom, ...(version !== undefined && isModuleVersion(version) && { version }) };
}

/** The executable that would run on this machine. */
async function onPath(ask: Ask, name: string, program: SchemaProgram): Promise<Omit<Found, 'program'> | undefined> {
  const tool = valueIfKnown(await placesOf(ask, name))?.runs;
  const { path, main } = tool?.build ?? {};
  if (!tool || path !== program.package || !main || !isModuleVersion(main.version)) return undefined;
  return { version: main.version, versionFrom: { source: tool.path, text: `${path} ${main.version}` } };
}

/** The value of an option of a generator; of several the last. */
export function optionOf({ options }: Pick<GatewaySchema, 'options'>, name: string): string | undefined {
  return options.findLast((option) => option.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** How the script or template of a schema would say an option. */
export function optionLine({ via, program }: Pick<GatewaySchema, 'via' | 'program'>, option: string): string {
  if (via === 'buf') return `opt: ${option}`;
  return `--${program.name.slice('protoc-gen-'.length)}_opt=${option}`;
}
