import type { Place } from '../source-text.ts';
import { readYaml, type YamlSource, yamlGet, yamlList, yamlOffset, yamlText } from '../yaml-source.ts';

/** A folder whose .proto files are named relative to it. */
export interface BufModule extends Place {
  /** Relative to the folder of the file, with `/`; `.` for itself. */
  readonly path: string;
  /** `buf.build/acme/petapis`. */
  readonly name?: string;
  /** Only files below these count, if there are any; relative to the folder of the file. */
  readonly includes: readonly string[];
  /** Files below these do not count; relative to the folder of the file. */
  readonly excludes: readonly string[];
}

/** A module of a registry. */
export interface BufDependency extends Place {
  /** Without its label or commit: `buf.build/googleapis/googleapis`. */
  readonly module: string;
}

/** A buf.yaml or mod.yaml. */
export interface BufYaml {
  /** `v1beta1`, `v1`, `v2`; empty when missing. */
  readonly version: string;
  readonly modules: readonly BufModule[];
  readonly deps: readonly BufDependency[];
  readonly errors: readonly string[];
}

/** A buf.work.yaml: folders that hold a module each. */
export interface BufWork {
  readonly directories: readonly (Place & { readonly path: string })[];
  readonly errors: readonly string[];
}

/** A path of a buf file in one way: without `./` and without a slash at its end. */
function clean(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 ? '.' : parts.join('/');
}

function texts(node: unknown): string[] {
  return yamlList(node).flatMap((item) => yamlText(item) ?? []);
}

function dependencies(source: YamlSource): BufDependency[] {
  return yamlList(yamlGet(source.root, 'deps')).flatMap((node) => {
    const written = yamlText(node);
    return written === undefined ? [] : [{ module: withoutLabel(written), ...source.lines.place(yamlOffset(node)) }];
  });
}

function withoutLabel(reference: string): string {
  const colon = reference.indexOf(':', reference.indexOf('/'));
  return colon < 0 ? reference : reference.slice(0, colon);
}

/** v1 has one module, in its own folder. v1beta1 may have several roots, which share name and excludes. */
function oldModules(source: YamlSource, version: string): BufModule[] {
  const build = yamlGet(source.root, 'build');
  const name = yamlText(yamlGet(source.root, 'name'));
  const roots = version === 'v1beta1' ? texts(yamlGet(build, 'roots')) : [];
  const excludes = texts(yamlGet(build, 'excludes')).map(clean);
  const place = { line: 1, column: 1 };
  return (roots.length > 0 ? roots : ['.']).map((path) => ({
    path: clean(path),
    ...(name !== undefined && { name }),
    includes: [],
    excludes,
    ...place,
  }));
}

/** v2: a list of modules; none means the folder itself. Their includes and excludes count from the folder of the file. */
function newModules(source: YamlSource): BufModule[] {
  const nodes = yamlList(yamlGet(source.root, 'modules'));
  const own = yamlText(yamlGet(source.root, 'name'));
  if (nodes.length === 0)
    return [{ path: '.', ...(own !== undefined && { name: own }), includes: [], excludes: [], line: 1, column: 1 }];
  return nodes.map((node) => {
    const path = clean(yamlText(yamlGet(node, 'path')) ?? '.');
    const name = yamlText(yamlGet(node, 'name'));
    return {
      path,
      ...(name !== undefined && { name }),
      includes: texts(yamlGet(node, 'includes')).map(clean),
      excludes: texts(yamlGet(node, 'excludes')).map(clean),
      ...source.lines.place(yamlOffset(node)),
    };
  });
}

/**
 * Reads a buf.yaml of version v1beta1, v1 or v2. Lint and breaking rules are left out. Never throws; what is wrong stands in
 * `errors` and the rest is read. Source: buf's documentation of the file.
 */
export function readBufYaml(text: string): BufYaml {
  const source = readYaml(text);
  const version = yamlText(yamlGet(source.root, 'version')) ?? '';
  const known = /^v(?:1beta1|1|2)$/.test(version);
  return {
    version,
    modules: version === 'v2' ? newModules(source) : oldModules(source, version),
    deps: dependencies(source),
    errors: [
      ...source.errors,
      ...(source.root && !known ? [`unknown version ${version === '' ? '(missing)' : version}`] : []),
    ],
  };
}

/** Reads a buf.work.yaml. Never throws. */
export function readBufWork(text: string): BufWork {
  const source = readYaml(text);
  return {
    directories: yamlList(yamlGet(source.root, 'directories')).flatMap((node) => {
      const path = yamlText(node);
      return path === undefined ? [] : [{ path: clean(path), ...source.lines.place(yamlOffset(node)) }];
    }),
    errors: source.errors,
  };
}

/** The modules that a buf.lock pins: those of buf.yaml and what they need in turn. Never throws. */
export function readBufLock(text: string): BufDependency[] {
  const source = readYaml(text);
  return yamlList(yamlGet(source.root, 'deps')).flatMap((node) => {
    const place = source.lines.place(yamlOffset(node));
    const name = yamlText(yamlGet(node, 'name'));
    if (name !== undefined) return [{ module: name, ...place }];
    const [remote, owner, repository] = ['remote', 'owner', 'repository'].map((key) => yamlText(yamlGet(node, key)));
    return remote && owner && repository ? [{ module: `${remote}/${owner}/${repository}`, ...place }] : [];
  });
}
