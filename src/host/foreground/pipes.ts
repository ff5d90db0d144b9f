import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A pipe: what is written to the descriptor comes out of the stream. */
export interface Pipe {
  readonly writeEnd: number;
  readonly stream: Readable;
}

/**
 * Real pipes. What Node makes for a child are sockets: `> /dev/stderr` in a recipe of make fails on them, and two outputs cannot
 * share one. Undefined where they cannot be had.
 */
export function openPipes(count: number): readonly Pipe[] | undefined {
  try {
    return inScratch((folder) => {
      const paths = Array.from({ length: count }, (_, index) => join(folder, String(index)));
      execFileSync('mkfifo', ['-m', '600', ...paths], { stdio: 'ignore' });
      return paths.map((path) => {
        // Nobody writes yet: without the flag this would wait for somebody.
        const readEnd = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
        const writeEnd = fs.openSync(path, 'w');
        return { writeEnd, stream: new Socket({ fd: readEnd, readable: true, writable: false }) };
      });
    });
  } catch {
    return undefined;
  }
}

/** A pipe with a name, for a program that opens it by that; `remove` takes the name away. */
export interface NamedPipe {
  readonly path: string;
  readonly stream: Readable;
  remove(): void;
}

/** Undefined where it cannot be had. */
export function openNamedPipe(): NamedPipe | undefined {
  let folder: string | undefined;
  const remove = (): void => {
    if (folder) fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    folder = fs.mkdtempSync(join(tmpdir(), 'grpc-doctor-'));
    const path = join(folder, 'keys');
    execFileSync('mkfifo', ['-m', '600', path], { stdio: 'ignore' });
    const readEnd = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    return { path, stream: new Socket({ fd: readEnd, readable: true, writable: false }), remove };
  } catch {
    remove();
    return undefined;
  }
}

function inScratch<T>(use: (folder: string) => T): T {
  const folder = fs.mkdtempSync(join(tmpdir(), 'grpc-doctor-'));
  try {
    return use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
