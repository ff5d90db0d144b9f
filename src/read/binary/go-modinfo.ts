/** One module that went into a binary. */
export interface BuiltModule {
  path: string;
  /** `(devel)` for the main module of a build outside of version control. Empty when unknown. */
  version: string;
  /** The h1: checksum, when go.sum had it. */
  sum?: string;
  /** What a `replace` directive put in its place. */
  replace?: BuiltModule;
}

/** The module part of a binary's build information. */
export interface GoModInfo {
  /** Import path of the main package. */
  path?: string;
  main?: BuiltModule;
  deps: BuiltModule[];
  /** Build settings: GOOS, GOARCH, CGO_ENABLED, vcs.revision, -tags ... (Go 1.18 and newer). */
  settings: Record<string, string>;
}

function toModule(fields: string[]): BuiltModule {
  const [path = '', version = '', sum] = fields;
  return { path, version, ...(sum ? { sum } : {}) };
}

function unquote(text: string): string {
  if (text.startsWith('`') && text.endsWith('`') && text.length > 1) return text.slice(1, -1);
  if (!text.startsWith('"')) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}

/** The key ends at the first `=` outside of quotes: Go quotes a key that holds one. */
function splitSetting(text: string): [string, string] | undefined {
  const match = /^("(?:[^"\\]|\\.)*"|`[^`]*`|[^="`][^=]*)=(.*)$/s.exec(text);
  return match ? [unquote(match[1] ?? ''), unquote(match[2] ?? '')] : undefined;
}

function addLine(info: GoModInfo, line: string): void {
  const [word = '', ...fields] = line.split('\t');
  if (word === 'path') info.path = fields[0] ?? '';
  else if (word === 'mod') info.main = toModule(fields);
  else if (word === 'dep') info.deps.push(toModule(fields));
  else if (word === '=>') addReplacement(info, fields);
  else if (word === 'build') addSetting(info, fields.join('\t'));
}

function addReplacement(info: GoModInfo, fields: string[]): void {
  const target = info.deps.at(-1) ?? info.main;
  if (target) target.replace = toModule(fields);
}

function addSetting(info: GoModInfo, text: string): void {
  const pair = splitSetting(text);
  if (pair)
    Object.defineProperty(info.settings, pair[0], {
      value: pair[1],
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

/**
 * Reads the module text that the go command puts into a binary (`path`, `mod`, `dep`, `=>`, `build` lines, tab-separated).
 * Unknown lines are passed over, so a newer Go version cannot break it. Source: `go version -m`, runtime/debug.
 */
export function readGoModInfo(text: string): GoModInfo {
  const info: GoModInfo = { deps: [], settings: {} };
  for (const line of text.split('\n')) addLine(info, line);
  return info;
}
