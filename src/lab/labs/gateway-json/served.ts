import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModuleSpec } from '../../kit/bench.ts';
import { GO, PGG, PGO, PROTOC } from '../../kit/catalog.ts';
import { mustRun, start } from '../../kit/process.ts';
import type { LabContext } from '../../lab.ts';
import { handlers, importFolders } from './generators.ts';

/** A running gateway with its backend. */
export interface Served extends AsyncDisposable {
  /** The text of the answer to `GET` of the message, by the name of a way of writing JSON (`labs/gateway-json/muxes.go`). */
  get(mux: string, which: Which): Promise<string>;
  /** The text of the answer to a `POST` of this body, which the backend gives back. */
  post(mux: string, body: string): Promise<string>;
  /** Switches of protojson: all, and those that write an int64 as a number. */
  readonly switches: { readonly tried: readonly string[]; readonly found: readonly string[] };
  /** What encoding/json makes of a message of which the nick name is set. */
  readonly plain: string;
}

/** Messages that the backend knows: all fields set, values of their own kind, none set. */
export type Which = 'finite' | 'special' | 'zero';

const REQUEST_MS = 20_000;

/**
 * Builds and starts the program of `labs/gateway-json` on that grpc-gateway. It ends with its input, or when it is
 * disposed of. `tagged`: the Go structs have the tags that comments of the .proto ask for.
 */
export async function serve(version: string, context: LabContext, tagged = false): Promise<Served> {
  const { bench, work } = context;
  const module = moduleAt(version, await importFolders(context));
  // A tidy module that was kept says nothing of what made it.
  for (const tool of [PROTOC, ...module.plugins]) await bench.tools.ensure(tool);
  const seed = await bench.seed(module);
  const folder = await mkdtemp(join(work, 'gateway-'));
  await cp(seed, folder, { recursive: true });
  if (tagged) await injectTags(folder, context);
  await bench.go(['build', '-o', 'program', '.'], folder);
  const env = await bench.tools.goEnvironment(await bench.tools.ensure(GO));
  const running = await start([join(folder, 'program')], { cwd: folder, env });
  if (running.firstLine === undefined) throw new Error(`the gateway did not start: ${running.stderr()}`);
  const { address, tried, found, plain } = JSON.parse(running.firstLine) as {
    address: string;
    tried: readonly string[];
    found: readonly string[];
    plain: string;
  };
  const ask = async (path: string, options: RequestInit = {}): Promise<string> => {
    // A connection that is kept open would outlive the server.
    const headers = { 'content-type': 'application/json', connection: 'close' };
    const signal = AbortSignal.timeout(REQUEST_MS);
    const answer = await fetch(`http://${address}/${path}`, { ...options, headers, signal });
    return answer.text();
  };
  return {
    get: (mux, which) => ask(`${mux}/v1/everything/${which}`),
    post: (mux, body) => ask(`${mux}/v1/everything`, { method: 'POST', body }),
    switches: { tried, found },
    plain,
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  };
}

const injectTag = 'github.com/favadi/protoc-go-inject-tag';
const injectTagVersion = 'v1.4.0';

/**
 * Writes the tags that comments of the .proto ask for into the generated Go files. The tool is built from a module that requires
 * it: a proxy need not have the list of its versions, which `go install` asks for.
 */
async function injectTags(cwd: string, { bench, work }: LabContext): Promise<void> {
  const folder = await mkdtemp(join(work, 'inject-tag-'));
  await writeFile(join(folder, 'go.mod'), `module tools\n\ngo 1.26.0\n\nrequire ${injectTag} ${injectTagVersion}\n`);
  await writeFile(join(folder, 'tools.go'), `//go:build tools\n\npackage tools\n\nimport _ "${injectTag}"\n`);
  await bench.go(['mod', 'tidy'], folder);
  await bench.go(['build', '-o', 'inject-tag', injectTag], folder);
  const argv = [join(folder, 'inject-tag'), '-input=pb/*.pb.go'];
  await mustRun(argv, { cwd, env: {}, timeoutMs: REQUEST_MS });
}

function moduleAt(version: string, imports: readonly string[]): ModuleSpec {
  const outputs = ['go', 'go-grpc', 'grpc-gateway'].flatMap((name) => [
    `--${name}_out=.`,
    `--${name}_opt=paths=source_relative`,
  ]);
  return {
    program: 'gateway-json',
    go: '1.26.0',
    require: {
      'github.com/grpc-ecosystem/grpc-gateway/v2': version,
      'google.golang.org/grpc': 'v1.85.0',
      'google.golang.org/protobuf': PGO.version,
    },
    plugins: [PGO, PGG, handlers(version)],
    protocLine: [
      'protoc',
      '--proto_path=.',
      ...imports.map((folder) => `--proto_path=${folder}`),
      ...outputs,
      'pb/everything.proto',
    ],
    keepGenerated: true,
  };
}
