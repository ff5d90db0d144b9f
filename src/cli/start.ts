import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

/** A part of the program: a script that is a function, as the build wraps it, which fills `exports`. */
type Part = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: object },
  ownUrl: string,
  part: (name: string) => Promise<object>,
  load: (name: string) => Promise<object>,
) => void;

const folder = join(dirname(fileURLToPath(import.meta.url)), 'parts');
const loaded = new Map<string, Promise<object>>();

/**
 * Reads a part, with what the engine compiled of it when it was built: to compile it anew would be half of the time of a probe. Another
 * release of Node takes no notice of that, and compiles.
 */
export function part(name: string): Promise<object> {
  const before = loaded.get(name);
  if (before) return before;
  const file = join(folder, `${name}.cjs`);
  // A build writes ASCII, which is read in one piece and kept in half of the space.
  const source = readFileSync(file).toString('latin1');
  const compiled = compiledBefore(`${file}.compiled`);
  const script = new Script(source, { filename: file, ...(compiled && { cachedData: compiled }) });
  keeper()?.(file, script);
  const module = { exports: {} };
  const ownUrl = pathToFileURL(file).href;
  // A script has no import() of its own.
  const load = (wanted: string): Promise<object> => import(new URL(wanted, ownUrl).href);
  (script.runInThisContext() as Part)(module.exports, createRequire(file), module, ownUrl, part, load);
  const exports = Promise.resolve(module.exports);
  loaded.set(name, exports);
  return exports;
}

function compiledBefore(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Who keeps what was compiled: nobody but the build. */
function keeper(): ((file: string, script: Script) => void) | undefined {
  return (globalThis as { keepCompiled?: (file: string, script: Script) => void }).keepCompiled;
}

void part('main');
