import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { grpcModule } from '../../knowledge/names.ts';
import { newestRelease } from '../../knowledge/questions.ts';
import { zip } from './zip.ts';

// Modules that exist nowhere, for labs in which it only counts how many there are and who is asked for them.

const version = 'v1.0.0';
const name = (index: number): string => `example.com/m${index}`;

/** A module that requires so many modules, from that one on, and imports them. */
export async function writeRequirer(
  folder: string,
  count: number,
  first = 0,
  path = 'example.com/program',
): Promise<void> {
  const names = Array.from({ length: count }, (_, index) => name(first + index));
  await mkdir(folder, { recursive: true });
  const lines = names.map((required) => `require ${required} ${version}\n`);
  await writeFile(join(folder, 'go.mod'), `module ${path}\n\ngo 1.21\n\n${lines.join('')}`);
  const imports = names.map((required) => `import _ "${required}"\n`);
  await writeFile(join(folder, 'main.go'), `package main\n\n${imports.join('')}\nfunc main() {}\n`);
}

/** So many of them as a folder that GOPROXY may name with `file://`; with a grpc that is empty, which the doctor asks for. */
export async function writeProxyFolder(folder: string, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await publish(folder, name(index), version);
  await publish(folder, grpcModule, newestRelease(grpcModule) ?? version);
}

async function publish(folder: string, path: string, at: string): Promise<void> {
  const files = join(folder, path, '@v');
  await mkdir(files, { recursive: true });
  const goMod = `module ${path}\n\ngo 1.17\n`;
  const entry = (file: string, text: string) => ({ name: `${path}@${at}/${file}`, content: Buffer.from(text) });
  await writeFile(join(files, 'list'), `${at}\n`);
  await writeFile(join(files, `${at}.mod`), goMod);
  await writeFile(join(files, `${at}.info`), JSON.stringify({ Version: at, Time: '2020-01-01T00:00:00Z' }));
  await writeFile(join(files, `${at}.zip`), zip([entry('go.mod', goMod), entry('lib.go', 'package lib\n')]));
}
