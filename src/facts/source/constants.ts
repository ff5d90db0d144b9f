import { type GoParser, type PackageConstants, packageConstants } from '../../read/go/syntax/reader.ts';
import type { Constant } from '../../read/go/syntax/syntax.ts';
import type { GoFile } from '../project/sources.ts';

/** Constants that the other files of a package declare; each file is parsed at most once, and only if its text has the name. */
export class FileConstants {
  readonly #parser: GoParser;
  readonly #read: (path: string) => string | undefined;
  readonly #texts = new Map<string, string>();
  readonly #constants = new Map<string, ReadonlyMap<string, Constant>>();

  constructor(parser: GoParser, read: (path: string) => string | undefined) {
    this.#parser = parser;
    this.#read = read;
  }

  /** The constants that a file may use, out of the files beside it. */
  of(file: GoFile, all: readonly GoFile[]): PackageConstants {
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    const siblings = all.filter(
      ({ path, test, package: name }) =>
        !test && name === file.package && path !== file.path && path.slice(0, path.lastIndexOf('/') + 1) === folder,
    );
    return (name) => {
      for (const { path } of siblings) {
        const found = this.#text(path).includes(name) ? this.#of(path).get(name) : undefined;
        if (found) return found;
      }
      return undefined;
    };
  }

  #text(path: string): string {
    let text = this.#texts.get(path);
    if (text === undefined) {
      text = this.#read(path) ?? '';
      this.#texts.set(path, text);
    }
    return text;
  }

  #of(path: string): ReadonlyMap<string, Constant> {
    let constants = this.#constants.get(path);
    if (!constants) {
      constants = packageConstants(this.#parser, this.#text(path));
      this.#constants.set(path, constants);
    }
    return constants;
  }
}
