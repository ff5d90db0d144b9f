import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askAbout, builtDoctor } from '../../../lab/kit/doctor.ts';
import type { BuiltEnvironment } from '../../../lab/kit/environment.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';
import type { Cell } from '../../../lab/lab.ts';

const trap = 'proto-syntax-error';

/** The service with one thing in its .proto file replaced. */
function having(before: string, after: string): Special {
  return { arrange: (site) => replaceIn(site.at('src/hello/pb/hello.proto'), before, after) };
}

async function replaceIn(file: string, before: string, after: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
  await writeFile(file, text.replace(before, after));
}

/** What the protoc of the environment confirms; and in a file without a fault, a type that nobody declared, which only it can find. */
async function asked(built: BuiltEnvironment): Promise<Readonly<Record<string, Cell>>> {
  const doctor = builtDoctor();
  if (!doctor) return {};
  const ask = (...args: string[]) =>
    askAbout(trap, doctor, [...args, built.checkDir], { cwd: built.checkDir, env: built.env });
  const deep = await ask('--deep');
  if (built.id !== 'whole') return { deep };
  const file = join(built.projectDir, 'pb/hello.proto');
  await replaceIn(file, 'string name = 1;', 'Nope name = 1;');
  const unknownType = { alone: await ask(), deep: await ask('--deep') };
  await replaceIn(file, 'Nope name = 1;', 'string name = 1;');
  return { deep, unknownType };
}

export default trapLab({
  trap,
  title: { en: '.proto files that are none', zh: '不合语法的 .proto 文件' },
  question: {
    en: 'What does protoc say to a broken .proto file, and is it known before it runs?',
    zh: '对写坏的 .proto 文件，protoc 说什么？在它运行之前能知道吗？',
  },
  columns: asked,
  environments: [
    broken(
      'no-semicolon',
      trap,
      { en: 'a field without its semicolon', zh: '字段后面没有分号' },
      having('string name = 1;', 'string name = 1'),
    ),
    broken(
      'no-syntax',
      trap,
      { en: 'no syntax line, and no labels', zh: '没有 syntax 行，也没有标签' },
      having('syntax = "proto3";', ''),
    ),
    broken(
      'conflict',
      trap,
      { en: 'marks of a merge', zh: '合并冲突的标记' },
      having('message HelloReply {', '<<<<<<< HEAD\nmessage HelloReply {'),
    ),
    broken(
      'open-string',
      trap,
      { en: 'a string that is not closed', zh: '字符串没有闭合' },
      having('hello/pb";', 'hello/pb;'),
    ),
    broken(
      'group',
      trap,
      { en: 'a group in proto3', zh: 'proto3 里的 group' },
      having('string name = 1;', 'group Name = 1 { string name = 2; }'),
    ),
    broken(
      'no-brace',
      trap,
      { en: 'no brace at the end', zh: '结尾没有大括号' },
      having('(stream HelloReply);\n}', '(stream HelloReply);\n'),
    ),
    healthy('whole', { en: 'a whole file', zh: '完好的文件' }),
    healthy(
      'odd-names',
      { en: 'fields named like keywords, comments of all kinds', zh: '用关键字作字段名，各种注释' },
      having('string name = 1;', 'string name = 1; /* a /comment/ */ string message = 2; string optional = 3; // } "'),
    ),
  ],
});
