import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { pluginRelease } from '../../src/knowledge/questions.ts';
import { BUF, gpb, PGG, PGO, PROTOC, pgg, pgo, protoc } from '../../src/lab/kit/catalog.ts';
import { type PluginTool, type Tool, ToolCache } from '../../src/lab/kit/tools.ts';
import { labFolders } from '../../src/lab/paths.ts';
import { type PbGoHeader, readPbGoHeader } from '../../src/read/generation/pb-go-header.ts';
import { protocRelease } from '../../src/read/generation/protoc-release.ts';
import { describeWith } from '../support/skip.ts';

// What the head of a generated file says, beside the programs that made it: `protoc --version`, and the modules in the plugin.
// A few releases each time; GENERATED_HEADERS=all takes one of every numbering and every form of the head.

const all = process.env.GENERATED_HEADERS === 'all';
const protocs = all
  ? '3.6.1 3.11.4 3.12.4 3.14.0 3.15.0 21.12 22.5 25.9 26.1 27.0 29.6 30.2 31.1 32.0 36.2'.split(' ').map(protoc)
  : [protoc('21.12'), PROTOC, protoc('36.2')];
const goPlugins = all
  ? [
      ...['v1.3.5', 'v1.4.3', 'v1.5.4'].map(gpb),
      ...['v1.20.1', 'v1.21.0', 'v1.22.0', 'v1.25.0', 'v1.26.0', 'v1.28.0', 'v1.33.0', 'v1.36.8'].map(pgo),
      PGO,
    ]
  : [gpb('v1.3.5'), gpb('v1.5.4'), pgo('v1.28.0'), PGO];
const grpcPlugins = all
  ? [...['v1.0.0', 'v1.1.0', 'v1.3.0', 'v1.4.0', 'v1.5.1', 'v1.6.0'].map(pgg), PGG]
  : [pgg('v1.0.0'), pgg('v1.3.0'), PGG];

const PROTO = `syntax = "proto3";
package demo;
option go_package = "example.com/demo";
message Ask { string word = 1; }
service Greeter { rpc Greet(Ask) returns (stream Ask); }
`;

const folder = mkdtempSync(join(tmpdir(), 'generated-headers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const cache = new ToolCache(labFolders(), (line) => process.stderr.write(`${line}\n`));

function output(command: string, args: readonly string[], env: Record<string, string> = {}, cwd = folder): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

/** What the plugin makes of the file, by this protoc. */
function generate(compiler: Tool, plugin: Tool, spec: PluginTool): PbGoHeader | undefined {
  const work = mkdtempSync(join(folder, 'made-'));
  writeFileSync(join(work, 'demo.proto'), PROTO);
  const flag = spec.name === 'protoc-gen-go' ? 'go' : 'go-grpc';
  const asked = [`--plugin=${spec.name}=${plugin.bin}`, `--${flag}_out=paths=source_relative:.`, '-I.', 'demo.proto'];
  output(compiler.bin, asked, {}, work);
  return readPbGoHeader(readFileSync(join(work, flag === 'go' ? 'demo.pb.go' : 'demo_grpc.pb.go'), 'utf8'));
}

/** The version of a module that `go version -m` finds in a program. */
async function linked(plugin: Tool, module: string): Promise<string | undefined> {
  const go = await cache.ensure({ kind: 'go', version: '1.26.8' });
  const lines = output(go.bin, ['version', '-m', plugin.bin]).split('\n');
  return lines
    .map((line) => line.split('\t'))
    .find(([, kind, path]) => /mod|dep/.test(kind ?? '') && path === module)?.[3];
}

const MINUTES = 60_000;

describeWith(['go', 'version'])('the head of a generated file', () => {
  it.each(protocs.map((spec) => [spec.version, spec] as const))(
    'of protoc %s has the release that protoc calls its own, by any of its names',
    async (version, spec) => {
      const compiler = await cache.ensure(spec);
      const header = generate(compiler, await cache.ensure(PGO), PGO);
      const [, said = ''] = output(compiler.bin, ['--version']).trim().split(' ');
      expect({ header: protocRelease(header?.protoc ?? ''), said: protocRelease(said) }).toEqual({
        header: version,
        said: version,
      });
    },
    10 * MINUTES,
  );

  it.each(goPlugins.map((spec) => [`${spec.package} ${spec.version}`, spec] as const))(
    'of %s has the version of protobuf that is linked into it, and asks for nothing that a runtime refuses',
    async (_, spec) => {
      const tool = await cache.ensure(spec);
      const header = generate(await cache.ensure(PROTOC), tool, spec);
      expect(header?.generator).toBe('protoc-gen-go');
      expect(header?.source).toBe('demo.proto');
      expect(header?.generatorVersion).toBe(await linked(tool, 'google.golang.org/protobuf'));
      // The guard is the same number in every release: it cannot tell new code from old.
      expect(header?.enforceVersion).toEqual(header?.generatorVersion && { generated: 20, runtime: 20 });
      expect(header?.protoc === undefined).toBe(header?.generatorVersion === undefined);
    },
    10 * MINUTES,
  );

  it.each(grpcPlugins.map((spec) => [spec.version, spec] as const))(
    'of protoc-gen-go-grpc %s has its version from 1.2 on, and the constant that the table of releases has',
    async (version, spec) => {
      const tool = await cache.ensure(spec);
      const header = generate(await cache.ensure(PROTOC), tool, spec);
      const [, minor = 0] = version.split('.').map(Number);
      expect(header?.generator).toBe('protoc-gen-go-grpc');
      expect(header?.generatorVersion).toBe(minor < 2 ? undefined : version);
      expect(header?.grpcSupport?.version).toBe(pluginRelease(spec.package, version)?.grpcConstant);
      expect(header?.wantsEmbedding).toBe(true);
    },
    10 * MINUTES,
  );

  it(
    'has no release of protoc where buf ran the plugin',
    async () => {
      const [buf, plugin] = [await cache.ensure(BUF), await cache.ensure(PGO)];
      const work = join(folder, 'buf');
      mkdirSync(work);
      writeFileSync(join(work, 'demo.proto'), PROTO);
      writeFileSync(join(work, 'buf.yaml'), 'version: v2\n');
      const template = 'version: v2\nplugins:\n  - local: protoc-gen-go\n    out: .\n    opt: paths=source_relative\n';
      writeFileSync(join(work, 'buf.gen.yaml'), template);
      const PATH = `${dirname(plugin.bin)}:${process.env.PATH}`;
      output(buf.bin, ['generate'], { PATH, BUF_CACHE_DIR: join(folder, 'cache') }, work);
      const header = readPbGoHeader(readFileSync(join(work, 'demo.pb.go'), 'utf8'));
      expect(header?.protoc).toBe('(unknown)');
      expect(protocRelease(header?.protoc ?? '')).toBeUndefined();
      expect(header?.generatorVersion).toBe(PGO.version);
    },
    10 * MINUTES,
  );
});
