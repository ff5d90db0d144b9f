import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cell } from '../lab.ts';
import type { Bench } from './bench.ts';
import { BUF, protoc } from './catalog.ts';
import type { BuiltEnvironment } from './environment.ts';
import { excerpt } from './normalise.ts';
import { type RunResult, run } from './process.ts';

/** Releases of protoc from eight years, beside the usual one. */
const releases = ['3.6.1', '3.12.4', '21.12', '25.3', '36.2'];
const COMPILE_MS = 60_000;

/** What each compiler says of the files of an environment: its exit code and the first line that it prints. */
export async function askCompilers(built: BuiltEnvironment, bench: Bench): Promise<Record<string, Cell>> {
  const copy = join(built.root, 'compilers');
  await cp(built.projectDir, copy, { recursive: true });
  const say = (result: RunResult): Cell => {
    const [first = ''] = excerpt(`${result.stderr}${result.stdout}`, [
      ...built.placeholders,
      { path: copy, name: '<src>' },
    ]);
    return result.rc === 0 ? 'accepts' : `refuses: ${first}`;
  };
  const compile = async (bin: string, words: readonly string[]): Promise<RunResult> =>
    run([bin, ...words], { cwd: copy, env: {}, timeoutMs: COMPILE_MS });
  const answers: Record<string, Cell> = {};
  const words = wordsOf(built.generate);
  for (const release of releases) {
    const { bin } = await bench.tools.ensure(protoc(release));
    answers[`protoc ${release}`] = say(await compile(bin, [...words, '--descriptor_set_out=set.pb']));
  }
  const { bin } = await bench.tools.ensure(BUF);
  await writeFile(join(copy, 'buf.yaml'), bufConfiguration(words));
  const env = { HOME: join(built.root, 'home'), PATH: '' };
  const options = { cwd: copy, env, timeoutMs: COMPILE_MS };
  answers.buf = say(await run([bin, 'build'], options));
  const lint = await run([bin, 'lint'], options);
  answers['buf lint'] = lint.stdout.split('\n').filter((line) => /cycle/.test(line))[0] ?? 'sees no circle';
  await rm(copy, { recursive: true });
  return answers;
}

/** Roots and files of a command, without its plugins. */
function wordsOf(command: readonly string[]): string[] {
  return command.slice(1).filter((word) => !/_(?:out|opt)=/.test(word));
}

/** One module of buf for each root; modules may not lie within each other. */
function bufConfiguration(words: readonly string[]): string {
  const roots = words.flatMap((word, index) => (word === '-I' ? [words[index + 1] ?? '.'] : []));
  const modules = roots[0] === '.' ? ['.'] : roots.filter((root) => root !== '.');
  return ['version: v2', 'modules:', ...modules.map((path) => `  - path: ${path}`), ''].join('\n');
}

/** A cycle that no compiler wrote: the descriptors of two files that were each compiled against a stand-in of the other one. */
export async function askWithDescriptors(
  bench: Bench,
  folder: string,
  files: Readonly<Record<string, { readonly text: string; readonly standIn: string }>>,
): Promise<Record<string, Cell>> {
  const answers: Record<string, Cell> = {};
  for (const release of releases) {
    const { bin } = await bench.tools.ensure(protoc(release));
    const options = { cwd: folder, env: {}, timeoutMs: COMPILE_MS };
    const sets: Buffer[] = [];
    for (const [name, { text }] of Object.entries(files)) {
      for (const [other, { standIn }] of Object.entries(files)) await writeFile(join(folder, other), standIn);
      await writeFile(join(folder, name), text);
      await run([bin, '-I', '.', '--descriptor_set_out=one.pb', name], options);
      sets.push(await readFile(join(folder, 'one.pb')));
    }
    // A set is the descriptors of its files one after the other.
    await writeFile(join(folder, 'cycle.pb'), Buffer.concat(sets));
    const [first = ''] = Object.keys(files);
    const result = await run([bin, '--descriptor_set_in=cycle.pb', '--descriptor_set_out=out.pb', first], options);
    answers[`protoc ${release}`] = result.rc === 0 ? 'accepts' : `refuses: ${excerpt(result.stderr, [])[0] ?? ''}`;
  }
  return answers;
}
