import { compareModule, isModuleVersion } from '../read/modules/module-version.ts';
import { grpcModule, grpcPluginPackage, pluginPackages } from './names.ts';
import { newestRelease } from './questions.ts';
import * as tables from './tables.ts';

/** The module of the tables that a package of that path would lie in: the longest one. */
export function toolModuleOf(importPath: string): string | undefined {
  const modules = tables.toolCommands.rows.map(({ module }) => module);
  return [...new Set(modules)]
    .filter((module) => importPath === module || importPath.startsWith(`${module}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** True where the path looks like a command of a module whose commands are all known, and is none of them. */
export function isNoCommand(importPath: string): boolean {
  const module = toolModuleOf(importPath);
  if (module === undefined || importPath.endsWith('...')) return false;
  const command = importPath.slice(module.length + 1);
  if (!/^(?:cmd\/[^/]+|(?:cmd\/)?protoc-gen-[^/]+)$/.test(command)) return false;
  return !tables.toolCommands.rows.some((row) => row.module === module && row.command === command);
}

/** True for a release that the module never had: none is known above the newest of the table. */
export function isNoRelease(module: string, version: string): boolean {
  const row = tables.toolReleases.rows.find((one) => one.module === module);
  const newest = row?.versions.at(-1);
  if (!row || !newest || !isModuleVersion(version) || version.includes('-')) return false;
  return compareModule(version, newest) < 0 && !row.versions.includes(version);
}

/**
 * True for a version that is one of grpc-go and none of its plugin, which has a module and versions of its own: the plugin
 * is far below the first grpc-go that generated code asks for.
 */
export function isReleaseOfGrpc(module: string, version: string): boolean {
  const [oldest] = tables.grpcSupportConstants.rows;
  const newest = newestRelease(grpcModule);
  if (module !== grpcPluginPackage || !oldest || !newest || !isModuleVersion(version)) return false;
  return compareModule(version, oldest.since) >= 0 && compareModule(version, newest) <= 0;
}

/** Where a program of that name really is; `protoc-gen-connect_go` is meant as `protoc-gen-connect-go`. */
export function packageOfTool(name: string): string | undefined {
  return pluginPackages[name.replaceAll('_', '-')];
}

/** True for a command that users install to generate or check: of the tables, or called like a plugin. */
export function isKnownTool(importPath: string, name: string): boolean {
  const module = toolModuleOf(importPath);
  const command = module === undefined ? '' : importPath.slice(module.length + 1);
  const listed = tables.toolCommands.rows.some((row) => row.module === module && row.command === command);
  return listed || isNoCommand(importPath) || name.startsWith('protoc-gen-');
}

/** First Go whose `go get` builds and installs nothing (release notes of Go 1.18; measured with 1.18.10 and 1.26.8). */
export const firstWithoutGetInstalls = '1.18';
