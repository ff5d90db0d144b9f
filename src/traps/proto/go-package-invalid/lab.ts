import { afterFix } from '../../../lab/kit/after-fix.ts';
import { pgo } from '../../../lab/kit/catalog.ts';
import type { Environment } from '../../../lab/kit/environment.ts';
import { byModule, bySource, protoFile, withProtos } from '../../../lab/kit/proto-files.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'go-package-invalid';
const note = (goPackage: string) => protoFile('note', goPackage, [], 'message Note { string text = 1; }');
const letter = protoFile(
  'note',
  'example.com/hello/letter',
  ['note/note.proto'],
  'message Letter { note.Note note = 1; }',
);
const alone = (goPackage: string): Special =>
  withProtos({ 'note/note.proto': note(goPackage) }, bySource('note/note.proto'));
const imported = (goPackage: string): Special =>
  withProtos(
    { 'note/note.proto': note(goPackage), 'letter/letter.proto': letter },
    bySource('note/note.proto', 'letter/letter.proto'),
  );
/** A program that needs nothing but the messages. */
const main = 'package main\n\nimport _ "example.com/hello/note"\n\nfunc main() {}\n';
/** Only messages, by one release of the plugin. */
const by = (version: string, goPackage: string): Special => ({
  ...withProtos({ 'main.go': main, 'note/note.proto': note(goPackage) }, [
    '-I',
    '.',
    '--go_out=.',
    '--go_opt=paths=source_relative',
    'note/note.proto',
  ]),
  plugins: [pgo(version)],
});

/** Those whose value is written anew by `fix`. */
const mended = new Set(['bare', 'hyphen', 'period-1.26', 'trailing-slash', 'empty']);

const environments: Environment[] = [
  broken('bare', trap, { en: '`"note"`', zh: '`"note"`' }, alone('note')),
  healthy('relative', { en: '`"./note"`', zh: '`"./note"`' }, alone('./note')),
  healthy('period', { en: '`".;note"`', zh: '`".;note"`' }, alone('.;note')),
  broken(
    'period-1.26',
    trap,
    { en: '`".;note"`, protoc-gen-go 1.26.0', zh: '`".;note"`，protoc-gen-go 1.26.0' },
    by('v1.26.0', '.;note'),
  ),
  healthy(
    'period-1.27',
    { en: '`".;note"`, protoc-gen-go 1.27.0', zh: '`".;note"`，protoc-gen-go 1.27.0' },
    by('v1.27.0', '.;note'),
  ),
  broken('empty', trap, { en: 'an empty value', zh: '空值' }, alone('')),
  broken('hyphen', trap, { en: 'a hyphen in the name', zh: '名字里有连字符' }, alone('example.com/hello/note;my-note')),
  healthy('hyphen-in-path', { en: 'a hyphen in the path', zh: '路径里有连字符' }, alone('example.com/hello/my-note')),
  broken('keyword', trap, { en: 'a keyword as the name', zh: '名字是关键字' }, alone('example.com/hello/note;func')),
  broken('blank', trap, { en: 'the blank name', zh: '名字是 _' }, alone('example.com/hello/note;_')),
  broken(
    'space',
    trap,
    { en: 'a space in a path that other code imports', zh: '被其他代码导入的路径里有空格' },
    imported('example.com/hello/my note;note'),
  ),
  broken(
    'trailing-slash',
    trap,
    { en: 'a slash at the end of it', zh: '路径末尾有斜杠' },
    imported('example.com/hello/note/;note'),
  ),
  broken(
    'space-in-folder',
    trap,
    { en: 'a space in the path, and so in the folder', zh: '路径有空格，目录也有空格' },
    withProtos({ 'note/note.proto': note('example.com/hello/my note') }, byModule('note/note.proto')),
  ),
  broken(
    'main',
    trap,
    { en: 'other code imports a package main', zh: '其他代码导入 package main' },
    imported('example.com/hello/note;main'),
  ),
];

export default trapLab({
  trap,
  title: { en: 'Values of go_package that are refused', zh: '会被拒绝的 go_package 值' },
  question: {
    en: 'Which values of go_package does the plugin refuse, and which does go refuse afterwards?',
    zh: '哪些 go_package 值会被插件拒绝，哪些随后被 go 拒绝？',
  },
  environments,
  columns: async (built) => (mended.has(built.id) ? { fixed: await afterFix(built, trap) } : {}),
});
