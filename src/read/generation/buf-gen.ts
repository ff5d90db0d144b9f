import { isMap, isScalar, type Node } from 'yaml';
import type { Place } from '../source-text.ts';
import { readYaml, type YamlSource, yamlEntries, yamlGet, yamlList, yamlOffset, yamlText } from '../yaml-source.ts';

/** One plugin of a buf template. */
export interface BufPlugin extends Place {
  /** Short name without `protoc-gen-`: `go`, `go-grpc`. For remote plugins the local name of the same program, where known. */
  name?: string;
  /** `local`: searched on PATH unless `path` says where. `go-tool`, `go-run`: run by the go command. */
  kind: 'local' | 'remote' | 'builtin' | 'go-tool' | 'go-run';
  /** Program and arguments, when the template names them. */
  path?: string[];
  /** Without its version: `buf.build/protocolbuffers/go`. */
  remote?: string;
  /** `v1.36.6`, of a remote plugin or of `go run module@version`. */
  version?: string;
  out: string;
  opt: string[];
}

/** A source of .proto files in a v2 template. */
export interface BufInput {
  /** `directory`, `module`, `git_repo`, `proto_file` ... */
  kind: string;
  value: string;
  /** Only files at or below these, if there are any. */
  paths: string[];
  excludePaths: string[];
}

/** What managed mode does with the Go package of files. Of the rules with a value the last that fits a file decides. */
export interface GoPackageRule extends Place {
  /**
   * `path`: `value` is the whole option. `prefix`: it stands before the folder of the file. `off`: the file keeps its own.
   * `no-prefix`: only a `path` counts for it.
   */
  kind: 'path' | 'prefix' | 'off' | 'no-prefix';
  value: string;
  /** Only files of this module of a registry. */
  module?: string;
  /** Only this file, or files below this folder. */
  path?: string;
}

/** A buf.gen.yaml. */
export interface BufGen {
  /** `v1beta1`, `v1`, `v2`; empty when missing. */
  version: string;
  /** Managed mode: buf writes go_package and other file options itself. */
  managed: boolean;
  /** What managed mode does with go_package; measured with buf 1.75. */
  goPackageRules: GoPackageRule[];
  plugins: BufPlugin[];
  /** Only in v2. */
  inputs?: BufInput[];
  errors: string[];
}

/** Generators inside of protoc: a v1 template names them like plugins. */
const BUILTIN = new Set([
  'cpp',
  'csharp',
  'java',
  'js',
  'kotlin',
  'objc',
  'php',
  'python',
  'pyi',
  'ruby',
  'rust',
  'upb',
]);
/** Remote plugins whose last name is not that of their program. */
const REMOTE_NAMES: Record<string, string> = {
  'grpc/go': 'go-grpc',
  'connectrpc/go': 'connect-go',
  'bufbuild/connect-go': 'connect-go',
  'grpc-ecosystem/gateway': 'grpc-gateway',
  'community/google-gnostic-openapi': 'openapi',
  'community/planetscale-vtprotobuf': 'go-vtproto',
  'bufbuild/validate-go': 'validate',
};

function shortName(program: string): string {
  const base = program.slice(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
  return base
    .replace(/@.*$/, '')
    .replace(/\.exe$/i, '')
    .replace(/^protoc-gen-/, '');
}

type Way = Omit<BufPlugin, 'out' | 'opt' | 'line' | 'column'>;

function remote(reference: string): Way {
  const colon = reference.lastIndexOf(':');
  const path = colon > reference.indexOf('/') ? reference.slice(0, colon) : reference;
  const version = path === reference ? undefined : reference.slice(colon + 1);
  const [, owner = '', ...rest] = path.replace('/plugins/', '/').split('/');
  const last = rest.at(-1) ?? owner;
  const name = REMOTE_NAMES[`${owner}/${last}`] ?? last;
  return { kind: 'remote', name, remote: path, ...(version ? { version } : {}) };
}

/** `go tool NAME` and `go run MODULE@VERSION`, with whatever flags stand between. */
function goCommand(path: string[]): Way | undefined {
  if (shortName(path[0] ?? '') !== 'go' || path.length < 3) return undefined;
  const verb = path[1];
  const target = path.slice(2).find((word) => !word.startsWith('-')) ?? '';
  if (verb === 'tool') return { kind: 'go-tool', name: shortName(target), path };
  const version = /@(.+)$/.exec(target)?.[1];
  return verb === 'run'
    ? { kind: 'go-run', name: shortName(target), path, ...(version ? { version } : {}) }
    : undefined;
}

function local(path: string[]): Way {
  const own: Way = { kind: 'local', name: shortName(path[0] ?? '') };
  return goCommand(path) ?? (path.length > 1 || /[\\/]/.test(path[0] ?? '') ? { ...own, path } : own);
}

function texts(node: Node | undefined): string[] {
  return yamlList(node).flatMap((item) => yamlText(item) ?? []);
}

/** v1 and v1beta1: `plugin:` or `name:`, and `path:` where the program is. */
function oldPlugin(node: Node): Way | undefined {
  const reference = yamlText(yamlGet(node, 'remote'));
  const name = yamlText(yamlGet(node, 'plugin')) ?? yamlText(yamlGet(node, 'name'));
  if (reference ?? /^[\w.-]+\.[\w.-]+\//.test(name ?? '')) return remote(reference ?? name ?? '');
  if (!name) return undefined;
  const path = texts(yamlGet(node, 'path'));
  const through = goCommand(path);
  if (through) return { ...through, name };
  if (path.length > 0) return { kind: 'local', name, path };
  return { kind: BUILTIN.has(name) ? 'builtin' : 'local', name };
}

function newPlugin(node: Node): Way | undefined {
  const reference = yamlText(yamlGet(node, 'remote'));
  if (reference) return remote(reference);
  const builtin = yamlText(yamlGet(node, 'protoc_builtin'));
  if (builtin) return { kind: 'builtin', name: builtin };
  const path = texts(yamlGet(node, 'local'));
  return path.length > 0 ? local(path) : undefined;
}

function options(node: Node | undefined): string[] {
  return texts(node)
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function readPlugin(source: YamlSource, node: Node): BufPlugin | undefined {
  const way = newPlugin(node) ?? oldPlugin(node);
  const place = source.lines.place(yamlOffset(node));
  return way && { ...way, out: yamlText(yamlGet(node, 'out')) ?? '', opt: options(yamlGet(node, 'opt')), ...place };
}

function ruleAt(source: YamlSource, node: Node, rule: Omit<GoPackageRule, 'line' | 'column'>): GoPackageRule {
  return { ...rule, ...source.lines.place(yamlOffset(node)) };
}

/** v2: `override` in its order, and `disable`, which wins over all of it. */
function newRules(source: YamlSource, managed: Node | undefined): GoPackageRule[] {
  const rules = (key: string): Node[] => yamlList(yamlGet(managed, key)).filter((rule) => isMap(rule));
  const scope = (rule: Node): Pick<GoPackageRule, 'module' | 'path'> => {
    const [module, path] = [yamlText(yamlGet(rule, 'module')), yamlText(yamlGet(rule, 'path'))];
    return { ...(module !== undefined && { module }), ...(path !== undefined && { path }) };
  };
  const overrides = rules('override').flatMap((rule) => {
    const option = yamlText(yamlGet(rule, 'file_option'));
    const value = yamlText(yamlGet(rule, 'value'));
    if (value === undefined || !/^go_package(?:_prefix)?$/.test(option ?? '')) return [];
    return [ruleAt(source, rule, { kind: option === 'go_package' ? 'path' : 'prefix', value, ...scope(rule) })];
  });
  const disables = rules('disable').flatMap((rule) => {
    const option = yamlText(yamlGet(rule, 'file_option'));
    // A rule about fields says nothing of files.
    if (yamlGet(rule, 'field_option') || yamlGet(rule, 'field')) return [];
    if (option !== undefined && !/^go_package(?:_prefix)?$/.test(option)) return [];
    const kind = option === 'go_package_prefix' ? 'no-prefix' : 'off';
    return [ruleAt(source, rule, { kind, value: '', ...scope(rule) })];
  });
  return [...overrides, ...disables];
}

/** v1: a prefix, modules that it leaves out, modules that have one of their own; and single files. */
function oldRules(source: YamlSource, managed: Node | undefined): GoPackageRule[] {
  const prefix = yamlGet(managed, 'go_package_prefix');
  const general = isScalar(prefix) ? prefix : yamlGet(prefix, 'default');
  const value = yamlText(general);
  const files = yamlEntries(yamlGet(yamlGet(managed, 'override'), 'GO_PACKAGE'));
  return [
    ...(general && value !== undefined ? [ruleAt(source, general, { kind: 'prefix', value })] : []),
    ...texts(yamlGet(prefix, 'except')).map((module) =>
      ruleAt(source, prefix as Node, { kind: 'no-prefix', value: '', module }),
    ),
    ...yamlEntries(yamlGet(prefix, 'override')).map(([module, node]) =>
      ruleAt(source, node, { kind: 'prefix', value: yamlText(node) ?? '', module }),
    ),
    ...files.map(([path, node]) => ruleAt(source, node, { kind: 'path', value: yamlText(node) ?? '', path })),
  ];
}

function readInput(node: Node): BufInput[] {
  return yamlEntries(node)
    .slice(0, 1)
    .flatMap(([kind, value]) => {
      const text = yamlText(value);
      const [paths, excludePaths] = [texts(yamlGet(node, 'paths')), texts(yamlGet(node, 'exclude_paths'))];
      return text === undefined ? [] : [{ kind, value: text, paths, excludePaths }];
    });
}

function complaints(source: YamlSource, version: string, nodes: Node[], plugins: BufPlugin[]): string[] {
  const known = /^v(?:1beta1|1|2)$/.test(version);
  return [
    ...source.errors,
    ...(source.root && !known ? [`unknown version ${version === '' ? '(missing)' : version}`] : []),
    ...(nodes.length > plugins.length ? [`${nodes.length - plugins.length} plugin(s) without a name`] : []),
  ];
}

/**
 * Reads a buf.gen.yaml (or the same as JSON) of version v1beta1, v1 or v2. Never throws; what is wrong stands in `errors`
 * and the rest is read. Source: buf's documentation of the template.
 */
export function readBufGen(text: string): BufGen {
  const source = readYaml(text);
  const version = yamlText(yamlGet(source.root, 'version')) ?? '';
  const managed = yamlGet(source.root, 'managed');
  const nodes = yamlList(yamlGet(source.root, 'plugins')).filter((node) => isMap(node));
  const plugins = nodes.flatMap((node) => readPlugin(source, node) ?? []);
  const inputs = yamlGet(source.root, 'inputs');
  return {
    version,
    // v1beta1 has `managed: true`.
    managed: (yamlText(yamlGet(managed, 'enabled')) ?? yamlText(managed)) === 'true',
    goPackageRules: version === 'v2' ? newRules(source, managed) : oldRules(source, managed),
    plugins,
    ...(inputs ? { inputs: yamlList(inputs).flatMap(readInput) } : {}),
    errors: complaints(source, version, nodes, plugins),
  };
}
