import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ModuleSpec, protocLine } from '../../../lab/kit/bench.ts';
import { GRPC, PGG, PGO, PROTOBUF, PROTOC } from '../../../lab/kit/catalog.ts';
import type { Bilingual, BuiltEnvironment, Environment } from '../../../lab/kit/environment.ts';
import { mustRun } from '../../../lab/kit/process.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { healthy, type Special, trapLab, warned } from '../../../lab/kit/trap-lab.ts';
import type { Cell } from '../../../lab/lab.ts';

const RUN_MS = 5 * 60_000;

const module: ModuleSpec = {
  program: 'board',
  go: '1.26.0',
  require: { [GRPC]: 'v1.85.0', [PROTOBUF]: PGO.version },
  plugins: [PGO, PGG],
  protocLine: protocLine('pb/note.proto'),
  keepGenerated: true,
};

const proto = 'src/board/pb/note.proto';

/** An edit of the .proto file after its code was generated: nobody generated again. */
function edited(id: string, title: Bilingual, ...edits: readonly (readonly [string, string])[]): Environment {
  return healthy(id, title, { module, arrange: (site) => edit(site, edits) });
}

async function edit(site: Site, edits: readonly (readonly [string, string])[]): Promise<void> {
  for (const [from, to] of edits) await site.edit(proto, from, to);
}

const withMethod = [['returns (Note);', 'returns (Note);\n  rpc Put(Note) returns (Note);']] as const;

/** The messages generated again, and the gRPC code not. */
const messagesOnly: Special = {
  module,
  arrange: async (site) => {
    await edit(site, withMethod);
    const [protoc, plugin] = await Promise.all([PROTOC, PGO].map((tool) => site.bench.tools.ensure(tool)));
    const argv = [protoc?.bin ?? '', `--plugin=protoc-gen-go=${plugin?.bin ?? ''}`];
    const line = protocLine('pb/note.proto', { grpc: false }).slice(1);
    await mustRun([...argv, ...line], { cwd: site.at('src/board'), env: {}, timeoutMs: RUN_MS });
  },
};

/** Comments, and what follows from the order of declarations alone. */
const noise = /^\s*(?:\/\/|$)|_(?:msgTypes|depIdxs|goTypes|enumTypes)|\b\d+, \/\//;

/** A constant of strings that are joined: where it begins, and its other lines. */
const descriptor = /^const file_\w+_rawDesc = ""(?: \+\n\s*"[^\n]*")*/m;

/**
 * `changed`: lines that generating again takes away from each file and adds to it, wherever they stand; comments and the
 * descriptor do not count. `read`: what the new code makes of a message that the old one wrote.
 */
async function consequences(built: BuiltEnvironment): Promise<Record<string, Cell>> {
  if (built.generate.length === 0 || built.generate.at(-1) !== 'pb/note.proto') return {};
  const copy = join(built.root, 'again', 'board');
  await mkdir(join(built.root, 'again'));
  await cp(built.projectDir, copy, { recursive: true });
  await mustRun(built.generate, { cwd: copy, env: built.env, timeoutMs: RUN_MS });
  const changed: Record<string, Cell> = {};
  for (const file of (await readdir(join(copy, 'pb'))).filter((name) => name.endsWith('.go')).sort()) {
    const [before, after] = await Promise.all([built.projectDir, copy].map((dir) => linesOf(join(dir, 'pb', file))));
    const [gone, come] = [without(before ?? [], after ?? []), without(after ?? [], before ?? [])];
    if (gone.length + come.length > 0)
      changed[file] = { gone: gone.length, come: come.length, first: come[0] ?? gone[0] ?? '' };
  }
  const { stdout: written } = await mustRun(['go', 'run', '.', 'write'], {
    cwd: built.projectDir,
    env: built.env,
    timeoutMs: RUN_MS,
  });
  const { stdout: read } = await mustRun(['go', 'run', '.', 'read', written.trim()], {
    cwd: copy,
    env: built.env,
    timeoutMs: RUN_MS,
  });
  await rm(join(built.root, 'again'), { recursive: true });
  // The library puts a space here and there on purpose, so that nobody relies on its output.
  return { changed: changed as Cell, read: read.trim().replaceAll(/([:,]) +"/g, '$1"') };
}

async function linesOf(file: string): Promise<string[]> {
  const text = (await readFile(file, 'utf8')).replace(descriptor, '');
  return text
    .split('\n')
    .filter((line) => !noise.test(line))
    .map((line) => line.trim().replaceAll(/\s+/g, ' '));
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

export default trapLab({
  trap: 'generated-code-stale',
  title: { en: 'A .proto file that was changed after its code was generated', zh: '生成代码之后又改了 .proto 文件' },
  question: {
    en: 'Which change of a .proto file reaches the generated code and the wire, and which does not?',
    zh: '.proto 文件的哪些改动会影响生成的代码和线上格式，哪些不会？',
  },
  environments: [
    healthy('as-made', { en: 'nothing was changed', zh: '什么都没改' }, { module }),
    edited('field-added', { en: 'a field more', zh: '多一个字段' }, [
      '  oneof place',
      '  string color = 5;\n  oneof place',
    ]),
    edited('field-renamed', { en: 'a field renamed', zh: '字段改名' }, ['int64 size', 'int64 length']),
    edited('field-renumbered', { en: 'a field with another number', zh: '字段换了编号' }, ['size = 2', 'size = 7']),
    edited(
      'fields-swapped',
      { en: 'two fields that changed their numbers', zh: '两个字段互换编号' },
      ['text = 1', 'text = 3'],
      ['author_name = 3', 'author_name = 1'],
    ),
    edited('field-type', { en: 'a field with another type', zh: '字段换了类型' }, ['int64 size', 'string size']),
    edited('zigzag', { en: 'int64 became sint64', zh: 'int64 改成 sint64' }, ['int64 size', 'sint64 size']),
    edited('optional', { en: 'a field made optional', zh: '字段改成 optional' }, ['int64 size', 'optional int64 size']),
    edited(
      'into-oneof',
      { en: 'a field moved into a oneof', zh: '字段移进 oneof' },
      ['  string author_name = 3;\n', ''],
      ['    string shelf = 4;\n', '    string shelf = 4;\n    string author_name = 3;\n'],
    ),
    edited('enum-value', { en: 'a value more', zh: '多一个枚举值' }, ['SHORT = 1;', 'SHORT = 1;\n  KIND_LONG = 2;']),
    edited('method-added', { en: 'a method more', zh: '多一个方法' }, ...withMethod),
    edited('streaming', { en: 'a method that streams', zh: '方法改成流式' }, [
      'returns (Note)',
      'returns (stream Note)',
    ]),
    edited('json-name', { en: 'a name for JSON', zh: '指定 JSON 名' }, ['name = 3', 'name = 3 [json_name = "author"]']),
    healthy(
      'messages-only',
      { en: 'a method more, and only messages generated again', zh: '多一个方法，只重新生成了消息' },
      messagesOnly,
    ),
    edited('comment', { en: 'only a comment', zh: '只改注释' }, ['// A note on the board.', '// A note.']),
    edited('option', { en: 'only an option', zh: '只改选项' }, ['size = 2', 'size = 2 [deprecated = true]']),
    edited('order', { en: 'only the order', zh: '只改顺序' }, [
      '  string text = 1;\n  int64 size = 2;\n',
      '  int64 size = 2;\n  string text = 1;\n',
    ]),
    edited('reserved', { en: 'only a reserved number', zh: '只加保留编号' }, [
      '  string text',
      '  reserved 9;\n  string text',
    ]),
    edited('go-package', { en: 'only go_package', zh: '只改 go_package' }, [
      'example.com/board/pb',
      'example.com/copy/pb',
    ]),
    warned(
      'new-field-used',
      { en: 'a field more, and code that uses it', zh: '多一个字段，而且有代码在用' },
      {
        module,
        protocLine: [],
        arrange: async (site) => {
          await edit(site, [['  oneof place', '  string color = 5;\n  oneof place']]);
          await site.write(
            'src/board/color.go',
            'package main\n\nimport "example.com/board/pb"\n\nvar color = (&pb.Note{}).Color\n',
          );
        },
      },
    ),
    warned(
      'renamed-file',
      { en: 'a .proto file with another name, generated again', zh: '.proto 文件改了名并重新生成' },
      {
        module,
        protocLine: protocLine('pb/memo.proto'),
        arrange: async (site) => {
          await site.write('src/board/pb/memo.proto', await readFile(site.at(proto), 'utf8'));
          await site.remove(proto);
        },
      },
    ),
  ],
  columns: consequences,
});
