import type { LineError } from './go-mod-syntax.ts';
import { isSemver } from './module-version.ts';

/** One module line of vendor/modules.txt and the lines that belong to it. */
export interface VendoredModule {
  readonly path: string;
  /** Missing where the line only tells of a replacement of all versions: `# path => newpath`. */
  readonly version?: string;
  readonly replace?: { readonly path: string; readonly version?: string };
  /** `## explicit`: required by the go.mod that was vendored. */
  explicit: boolean;
  /** `## go 1.21`: the go line of the module. */
  goVersion?: string;
  /** Import paths of the packages that were copied. */
  readonly packages: string[];
  readonly line: number;
}

/** What vendor/modules.txt says. A module may stand in it twice (a replacement at the end of the file). */
export interface ModulesTxt {
  /** The first line says `## workspace`: made by `go work vendor`. */
  workspace: boolean;
  readonly modules: VendoredModule[];
  /** Lines that the go command passes over in silence. Lines count from 1. */
  readonly errors: LineError[];
}

const IMPORT_ELEMENT = /^[-.\w~+]*[-\w~+]$/;

function isImportPath(path: string): boolean {
  return !path.startsWith('-') && path.split('/').every((element) => IMPORT_ELEMENT.test(element));
}

function words(line: string): string[] {
  const trimmed = line.trim();
  return trimmed === '' ? [] : trimmed.split(/\s+/);
}

function readReplacement(fields: readonly string[]): VendoredModule['replace'] {
  const [arrow, path, version] = fields;
  if (arrow !== '=>' || path === undefined) return undefined;
  if (version === undefined) return { path };
  return fields.length === 3 && isSemver(version) ? { path, version } : undefined;
}

function annotations(line: string): string[] {
  return line
    .slice('## '.length)
    .split(';')
    .map((entry) => entry.trim());
}

function annotate(module: VendoredModule, line: string): undefined {
  for (const entry of annotations(line)) {
    if (entry === 'explicit') module.explicit = true;
    if (entry.startsWith('go ')) module.goVersion = entry.slice('go '.length);
  }
}

function addPackage(module: VendoredModule, fields: readonly string[]): string | undefined {
  const [path] = fields;
  if (path === undefined || fields.length !== 1 || !isImportPath(path)) return 'not an import path';
  module.packages.push(path);
  return undefined;
}

function isWorkspaceLine(line: string): boolean {
  return line.startsWith('## ') && annotations(line).includes('workspace');
}

/** Keeps the module that the following lines belong to. Each step gives what is wrong with its line, if anything. */
class ModulesReader {
  readonly result: ModulesTxt = { workspace: false, modules: [], errors: [] };
  #current: VendoredModule | undefined;

  line(text: string, line: number): void {
    if (text.trim() === '') return;
    if (line === 1 && isWorkspaceLine(text)) {
      this.result.workspace = true;
      return;
    }
    const message = this.#read(text, line);
    if (message !== undefined) this.result.errors.push({ line, message });
  }

  #read(text: string, line: number): string | undefined {
    if (text.startsWith('# ')) return this.#module(words(text), line);
    if (!this.#current) return 'no module line stands above this line';
    return text.startsWith('## ') ? annotate(this.#current, text) : addPackage(this.#current, words(text));
  }

  #module(fields: readonly string[], line: number): string | undefined {
    const [, path, third] = fields;
    // Too short a line leaves the module before it in charge; one that is not understood does not.
    if (path === undefined || third === undefined) return 'a module line without version';
    this.#current = undefined;
    const versioned = isSemver(third);
    if (!versioned && third !== '=>') return `${third} is neither a version nor =>`;
    const rest = fields.slice(versioned ? 3 : 2);
    const replace = readReplacement(rest);
    const version = versioned ? { version: third } : {};
    this.#current = { path, ...version, ...(replace && { replace }), explicit: false, packages: [], line };
    this.result.modules.push(this.#current);
    return rest.length > 0 && !replace ? 'the replacement is not understood' : undefined;
  }
}

/** Reads vendor/modules.txt, as written by `go mod vendor` and `go work vendor`. Never throws. */
export function parseModulesTxt(text: string): ModulesTxt {
  const reader = new ModulesReader();
  for (const [index, line] of text.split('\n').entries()) reader.line(line, index + 1);
  return reader.result;
}
