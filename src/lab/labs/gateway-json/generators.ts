import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { PROTOC } from '../../kit/catalog.ts';
import { mustRun } from '../../kit/process.ts';
import type { PluginTool } from '../../kit/tools.ts';
import type { LabContext } from '../../lab.ts';
import { packageRoot } from '../../paths.ts';
import type { Json } from './openapi.ts';

/** The grpc-gateway that the lab runs, and whose generators it asks. */
export const gateway = 'v2.33.0';
const gnostic = 'v0.7.1';

const gatewayPlugin = (name: string, version: string): PluginTool => ({
  kind: 'plugin',
  name: `protoc-gen-${name}`,
  package: `github.com/grpc-ecosystem/grpc-gateway/v2/protoc-gen-${name}`,
  version,
});
const gnosticPlugin = (version: string): PluginTool => ({
  kind: 'plugin',
  name: 'protoc-gen-openapi',
  package: 'github.com/google/gnostic/cmd/protoc-gen-openapi',
  version,
});

/** `protoc-gen-grpc-gateway` of that grpc-gateway. */
export const handlers = (version: string): PluginTool => gatewayPlugin('grpc-gateway', version);

/** Generators of schemas, by the name that rows give them. */
export const generators = {
  'openapiv2 2.15.0': gatewayPlugin('openapiv2', 'v2.15.0'),
  'openapiv2 2.33.0': gatewayPlugin('openapiv2', gateway),
  'openapiv3 2.33.0': gatewayPlugin('openapiv3', gateway),
  'gnostic 0.6.9': gnosticPlugin('v0.6.9'),
  'gnostic 0.7.1': gnosticPlugin(gnostic),
} as const satisfies Readonly<Record<string, PluginTool>>;

export type Generator = keyof typeof generators;

/** What is changed before a schema is made: options of the generator, and options of fields in the .proto. */
export interface SchemaEdit {
  readonly options?: readonly string[];
  /** By the name of the field. */
  readonly fields?: Readonly<Record<string, string>>;
  /** A file that has such options. */
  readonly imports?: string;
  /** Comments that ask for Go tags are left out. */
  readonly untagged?: true;
}

const file = 'pb/everything.proto';
const GENERATE_MS = 60_000;

/** Where protoc finds what the message imports. Both modules have the files of googleapis and their own options. */
export async function importFolders({ bench }: LabContext): Promise<string[]> {
  const google = await bench.moduleFolder({ path: 'github.com/google/gnostic', version: gnostic });
  const options = await bench.moduleFolder({ path: 'github.com/grpc-ecosystem/grpc-gateway/v2', version: gateway });
  return [join(google, 'cmd', 'protoc-gen-openapi', 'examples'), google, options];
}

/** The document that a generator really makes of the lab's message. */
export async function schemaOf(generator: Generator, edit: SchemaEdit, context: LabContext): Promise<Json> {
  const { bench, work } = context;
  const plugin = generators[generator];
  const folder = await mkdtemp(join(work, 'schema-'));
  await mkdir(dirname(join(folder, file)));
  await writeFile(join(folder, file), await editedMessage(edit));
  await mkdir(join(folder, 'out'));
  const { bin } = await bench.tools.ensure(plugin);
  const output = plugin.name.slice('protoc-gen-'.length);
  const argv = [
    (await bench.tools.ensure(PROTOC)).bin,
    `--plugin=${plugin.name}=${bin}`,
    '--proto_path=.',
    ...(await importFolders(context)).map((one) => `--proto_path=${one}`),
    `--${output}_out=out`,
    ...(edit.options ?? []).map((option) => `--${output}_opt=${option}`),
    file,
  ];
  await mustRun(argv, { cwd: folder, env: {}, timeoutMs: GENERATE_MS });
  const made = await readdir(join(folder, 'out'), { recursive: true });
  const document = made.find((name) => /\.(json|yaml)$/.test(name));
  if (document === undefined) throw new Error(`${generator} made no document`);
  return parse(await readFile(join(folder, 'out', document), 'utf8')) as Json;
}

/** The text of the lab's message with options of fields. */
export async function editedMessage({ fields = {}, imports, untagged }: SchemaEdit): Promise<string> {
  const written = await readFile(join(packageRoot(), 'labs', 'gateway-json', file), 'utf8');
  const source = untagged ? written.replace(/ \/\/ @gotags:.*/g, '') : written;
  const first = 'import "google/api/annotations.proto";';
  const start = imports === undefined ? source : source.replace(first, `${first}\nimport "${imports}";`);
  return Object.entries(fields).reduce((text, [name, option]) => {
    const changed = text.replace(new RegExp(`( ${name} = \\d+);`), `$1 [${option}];`);
    if (changed === text) throw new Error(`no field ${name} without options`);
    return changed;
  }, start);
}

/** The switches of a generator of grpc-gateway, as its own source declares them. */
export async function switchesOf(generator: Generator, { bench }: LabContext): Promise<string[]> {
  const plugin = generators[generator];
  const folder = await bench.moduleFolder({
    path: 'github.com/grpc-ecosystem/grpc-gateway/v2',
    version: plugin.version,
  });
  const source = await readFile(join(folder, plugin.name, 'main.go'), 'utf8');
  return [...source.matchAll(/flag\.Bool\("([^"]+)", (true|false)/g)]
    .map(([, name = '', value]) => `${name}=${value === 'false'}`)
    .filter((option) => !option.startsWith('version='));
}
