import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { labFolders, packageRoot } from './paths.ts';

/** A lab that was run to its end. */
export interface Done {
  readonly agree: boolean;
  readonly seconds: number;
}

/**
 * How far a run of several labs has come, on disk: a run that was stopped is taken up where it was. What another build of the
 * program, or other committed data, has done does not count. The file is gone once the run has come to its end.
 */
export class ProgressFile {
  readonly #file: string;
  readonly #of: string;
  readonly done: Map<string, Done>;

  /** `name` tells apart runs that have nothing to do with each other: `chapter-2 short`. */
  constructor(name: string, restart: boolean) {
    this.#file = join(dirname(labFolders().work), 'runs', `${name.replaceAll(' ', '-')}.json`);
    this.#of = stamp();
    this.done = restart ? new Map() : this.#read();
  }

  add(lab: string, done: Done): void {
    this.done.set(lab, done);
    mkdirSync(dirname(this.#file), { recursive: true });
    const temporary = `${this.#file}.${process.pid}`;
    writeFileSync(temporary, JSON.stringify({ of: this.#of, done: Object.fromEntries(this.done) }));
    renameSync(temporary, this.#file);
  }

  remove(): void {
    rmSync(this.#file, { force: true });
  }

  #read(): Map<string, Done> {
    try {
      const { of, done } = JSON.parse(readFileSync(this.#file, 'utf8'));
      const entries = Object.entries(done as Record<string, Done>);
      return new Map(of === this.#of ? entries.filter(([, { agree, seconds }]) => agree && seconds >= 0) : []);
    } catch {
      return new Map();
    }
  }
}

/** What a result depends on: the built program, and the rows that it is compared with. */
function stamp(): string {
  const hash = createHash('sha256');
  for (const folder of ['dist', 'dist/parts', 'labs/results']) {
    const path = join(packageRoot(), folder);
    for (const name of existsSync(path) ? readdirSync(path).sort() : [])
      if (/\.(?:js|json)$/.test(name)) hash.update(name).update(readFileSync(join(path, name)));
  }
  return hash.digest('hex');
}
