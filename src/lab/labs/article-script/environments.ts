import { helloModule, type ModuleSpec, protocLine } from '../../kit/bench.ts';
import { GPB_LEGACY, GRPC, go, PGO, PROTOBUF, pgg } from '../../kit/catalog.ts';
import type { Environment } from '../../kit/environment.ts';
import { otherArch } from '../../kit/tools.ts';
import { broken, healthy, newestHello } from '../../kit/trap-lab.ts';

const oldPair = { plugins: [PGO, pgg('v1.3.0')] };
const protobufOnly: ModuleSpec = {
  program: 'note',
  go: '1.23',
  require: { [PROTOBUF]: PGO.version },
  plugins: [PGO],
  protocLine: protocLine('pb/note.proto', { grpc: false }),
};
const forked = helloModule('v1.85.0', {
  go: '1.26.0',
  replace: [`${GRPC} => ../grpc-fork`],
  forks: { 'grpc-fork': { path: GRPC, version: 'v1.85.0' } },
});

const workspace = (...folders: string[]) => `go 1.26.0\n\nuse (\n${folders.map((name) => `\t./${name}\n`).join('')})\n`;

/** A second module for workspaces. */
const neighbour = { ...protobufOnly, go: '1.26.0' };

/**
 * The 35 environments: one for each question about the article's script, with the answer of the real tools.
 * The base is Go 1.26.8, the newest plugins in GOPATH/bin and in PATH, and GO111MODULE unset.
 */
export const environments: readonly Environment[] = [
  healthy('A1', { en: 'grpc v1.85.0, everything good', zh: 'grpc v1.85.0，一切正常' }),
  healthy('A2', { en: 'GO111MODULE=on', zh: 'GO111MODULE=on' }, { env: { GO111MODULE: 'on' } }),
  healthy('A2b', { en: 'GO111MODULE=auto', zh: 'GO111MODULE=auto' }, { env: { GO111MODULE: 'auto' } }),
  broken('A2c', 'go111module-off', { en: 'GO111MODULE=off', zh: 'GO111MODULE=off' }, { env: { GO111MODULE: 'off' } }),
  broken(
    'A3',
    'plugin-not-on-path',
    { en: 'plugins in GOPATH/bin, which is not in PATH', zh: '插件在 GOPATH/bin，但 PATH 里没有它' },
    { pluginPath: [] },
  ),
  healthy(
    'A4',
    { en: 'GOBIN is set and in PATH', zh: '设置了 GOBIN，且在 PATH 中' },
    { env: { GOBIN: '{root}/home/tools/bin' }, pluginFolder: 'home/tools/bin' },
  ),
  broken(
    'A4b',
    'plugin-not-on-path',
    { en: 'GOBIN is set and not in PATH', zh: '设置了 GOBIN，但不在 PATH 中' },
    { env: { GOBIN: '{root}/home/tools/bin' }, pluginFolder: 'home/tools/bin', pluginPath: [] },
  ),
  broken(
    'A5',
    'plugin-wrong-arch',
    { en: 'a plugin of another architecture is first in PATH', zh: 'PATH 中最先找到的插件是另一种架构' },
    {
      pluginPath: ['home/bin', 'home/go/bin'],
      arrange: async (site) => void (await site.addPlugin({ ...PGO, arch: otherArch() }, 'home/bin')),
    },
  ),
  broken('A6', 'protoc-missing', { en: 'protoc is not installed', zh: '没有安装 protoc' }, { protoc: 'none' }),
  healthy('A7', { en: 'an image without which', zh: '镜像里没有 which' }, { which: false }),
  broken('A8', 'go-missing', { en: 'go is not in PATH', zh: 'PATH 中没有 go' }, { go: 'none' }),
  broken(
    'A9',
    'go-too-old-for-module',
    { en: 'Go 1.24.9 with GOTOOLCHAIN=local, grpc v1.85.0', zh: 'Go 1.24.9 且 GOTOOLCHAIN=local,grpc v1.85.0' },
    { go: go('1.24.9'), env: { GOTOOLCHAIN: 'local' } },
  ),
  healthy('A10', { en: 'started outside the module', zh: '在模块之外运行' }, { checkDir: 'home/elsewhere' }),
  healthy(
    'A11',
    { en: 'plugins only by --plugin=', zh: '插件只通过 --plugin= 指定' },
    {
      pluginFolder: 'src/hello/bin',
      pluginPath: [],
      protocLine: protocLine('pb/hello.proto', {
        flags: ['--plugin=protoc-gen-go=bin/protoc-gen-go', '--plugin=protoc-gen-go-grpc=bin/protoc-gen-go-grpc'],
      }),
    },
  ),
  broken(
    'A12',
    'vendor-inconsistent',
    { en: 'GOFLAGS=-mod=vendor without a vendor folder', zh: 'GOFLAGS=-mod=vendor，但没有 vendor 目录' },
    { env: { GOFLAGS: '-mod=vendor' } },
  ),
  broken(
    'A13',
    'proxy-unreachable',
    { en: 'empty module cache and a dead GOPROXY', zh: '模块缓存为空，GOPROXY 不可用' },
    {
      env: { GOMODCACHE: '{root}/home/go/pkg/mod', GOPROXY: 'http://127.0.0.1:9' },
      network: { proxyDead: true },
    },
  ),
  healthy(
    'B1',
    { en: 'grpc v1.59.0 with protoc-gen-go-grpc 1.3.0', zh: 'grpc v1.59.0 配 protoc-gen-go-grpc 1.3.0' },
    { module: helloModule('v1.59.0', oldPair), ...oldPair },
  ),
  healthy(
    'B2',
    { en: 'grpc v1.60.1 with protoc-gen-go-grpc 1.3.0', zh: 'grpc v1.60.1 配 protoc-gen-go-grpc 1.3.0' },
    { module: helloModule('v1.60.1', oldPair), ...oldPair },
  ),
  healthy(
    'B3',
    { en: 'grpc v1.38.0 with protoc-gen-go-grpc 1.1.0', zh: 'grpc v1.38.0 配 protoc-gen-go-grpc 1.1.0' },
    { module: helloModule('v1.38.0', { plugins: [PGO, pgg('v1.1.0')] }), plugins: [PGO, pgg('v1.1.0')] },
  ),
  broken(
    'B4',
    'regeneration-will-break',
    { en: 'grpc v1.60.1 with protoc-gen-go-grpc 1.6.2', zh: 'grpc v1.60.1 配 protoc-gen-go-grpc 1.6.2' },
    { module: helloModule('v1.60.1', oldPair) },
  ),
  broken(
    'B5',
    'regeneration-will-break',
    { en: 'grpc v1.63.2 with protoc-gen-go-grpc 1.6.2', zh: 'grpc v1.63.2 配 protoc-gen-go-grpc 1.6.2' },
    { module: helloModule('v1.63.2', oldPair) },
  ),
  broken(
    'B6',
    'plugin-legacy',
    { en: 'the old protoc-gen-go 1.3.5 is first in PATH', zh: 'PATH 中最先找到的是旧的 protoc-gen-go 1.3.5' },
    {
      pluginPath: ['home/bin', 'home/go/bin'],
      arrange: async (site) => void (await site.addPlugin(GPB_LEGACY, 'home/bin')),
    },
  ),
  healthy(
    'B7',
    {
      en: 'protoc-gen-go-grpc 1.1.0 stands before 1.6.2 in PATH (stale, but it builds)',
      zh: 'PATH 中 protoc-gen-go-grpc 1.1.0 排在 1.6.2 之前（陈旧，但能编译）',
    },
    {
      pluginPath: ['home/bin', 'home/go/bin'],
      arrange: async (site) => void (await site.addPlugin(pgg('v1.1.0'), 'home/bin')),
    },
  ),
  broken(
    'B8',
    'regeneration-will-break',
    { en: 'grpc v1.31.1 with protoc-gen-go-grpc 1.6.2', zh: 'grpc v1.31.1 配 protoc-gen-go-grpc 1.6.2' },
    { module: helloModule('v1.31.1', oldPair) },
  ),
  healthy(
    'C1',
    { en: 'vendored, consistent', zh: '有 vendor 目录，且一致' },
    { module: { ...newestHello, vendor: true } },
  ),
  broken(
    'C2',
    'vendor-inconsistent',
    { en: 'vendored, then go.mod was changed', zh: '有 vendor 目录，之后 go.mod 被改动' },
    {
      module: helloModule('v1.84.0', { go: '1.26.0', vendor: true }),
      arrange: (site) => site.takeFrom(newestHello, 'go.mod', 'go.sum'),
    },
  ),
  healthy(
    'D1',
    { en: 'root of a workspace, without a go.mod', zh: '工作区根目录，没有 go.mod' },
    {
      checkDir: 'src',
      arrange: async (site) => {
        await site.addModule(neighbour);
        await site.write('src/go.work', workspace('hello', 'note'));
      },
    },
  ),
  healthy(
    'D2',
    { en: 'a module of a workspace', zh: '工作区中的一个模块' },
    {
      arrange: async (site) => {
        await site.addModule(neighbour);
        await site.write('src/go.work', workspace('hello', 'note'));
      },
    },
  ),
  healthy(
    'D3',
    { en: 'a workspace raises grpc v1.59.0 to v1.85.0', zh: '工作区把 grpc 从 v1.59.0 提升到 v1.85.0' },
    {
      module: helloModule('v1.59.0', oldPair),
      arrange: async (site) => {
        await site.addModule(newestHello, 'raising');
        await site.edit('src/raising/go.mod', 'example.com/hello', 'example.com/raising');
        await site.edit('src/raising/main.go', 'example.com/hello/pb', 'example.com/raising/pb');
        await site.write('src/go.work', workspace('hello', 'raising'));
      },
    },
  ),
  broken(
    'E1',
    'regeneration-will-break',
    { en: 'replace grpc v1.85.0 => grpc v1.59.0', zh: 'replace grpc v1.85.0 => grpc v1.59.0' },
    { module: helloModule('v1.85.0', { replace: [`${GRPC} v1.85.0 => ${GRPC} v1.59.0`], ...oldPair }) },
  ),
  healthy(
    'E2',
    { en: '`require v1.59.0`, `replace => v1.85.0`', zh: '`require v1.59.0`，`replace => v1.85.0`' },
    { module: helloModule('v1.59.0', { go: '1.26.0', replace: [`${GRPC} => ${GRPC} v1.85.0`] }) },
  ),
  healthy('E3', { en: 'replace => ../grpc-fork', zh: 'replace => ../grpc-fork' }, { module: forked }),
  healthy(
    'E10',
    { en: 'grpc v1.100.0 (invented, from a loopback proxy)', zh: 'grpc v1.100.0（虚构版本，来自本机代理）' },
    {
      module: helloModule('v1.100.0', {
        go: '1.26.0',
        invented: { module: { path: GRPC, version: 'v1.100.0' }, copyOf: 'v1.85.0' },
      }),
    },
  ),
  healthy(
    'F1',
    { en: 'a module with Protocol Buffers only', zh: '只用 Protocol Buffers 的模块' },
    { module: protobufOnly },
  ),
  broken(
    'F2',
    'missing-go-sum',
    { en: 'go.sum is missing', zh: '没有 go.sum' },
    { arrange: (site) => site.remove('src/hello/go.sum') },
  ),
];

/** Some of them, for a lab that asks about one trap. */
export function pick(...ids: string[]): Environment[] {
  return ids.map((id) => {
    const found = environments.find((environment) => environment.id === id);
    if (found === undefined) throw new Error(`no environment ${id}`);
    return found;
  });
}
