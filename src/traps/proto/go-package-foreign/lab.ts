import { afterFix } from '../../../lab/kit/after-fix.ts';
import { byModule, bySource, protoFile, withProtos } from '../../../lab/kit/proto-files.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'go-package-foreign';
const note = (goPackage: string) => protoFile('note', goPackage, [], 'message Note { string text = 1; }');
const letter = (goPackage: string) =>
  protoFile('letter', goPackage, ['note/note.proto'], 'message Letter { note.Note note = 1; }');
const pair = (noteGo: string, letterGo: string, words: readonly string[]) =>
  withProtos({ 'note/note.proto': note(noteGo), 'letter/letter.proto': letter(letterGo) }, words);
const both = bySource('note/note.proto', 'letter/letter.proto');
const plain = ['-I', '.', '--go_out=.', '--go-grpc_out=.', 'pb/hello.proto'];

export default trapLab({
  trap,
  title: { en: 'Import paths that do not lead to the code', zh: '找不到代码的导入路径' },
  question: {
    en: 'When does an import path of another place than that of the code matter?',
    zh: '导入路径与代码所在的位置不一致，什么时候会出问题？',
  },
  environments: [
    broken(
      'prefix',
      trap,
      { en: 'module= names another module', zh: 'module= 写的是别的模块' },
      withProtos({ 'note/note.proto': note('example.com/other/note') }, byModule('note/note.proto')),
    ),
    healthy(
      'inside',
      { en: 'the path is below it', zh: '路径在它下面' },
      withProtos({ 'note/note.proto': note('example.com/hello/note') }, byModule('note/note.proto')),
    ),
    broken(
      'elsewhere',
      trap,
      { en: 'neither paths= nor module=', zh: '没有 paths= 也没有 module=' },
      withProtos({}, plain),
    ),
    broken(
      'relative',
      trap,
      { en: 'relative paths, and one file imports the other', zh: '相对路径，一个文件导入另一个' },
      pair('./note', './letter', both),
    ),
    healthy(
      'relative-alone',
      { en: 'relative paths, and nobody imports anything', zh: '相对路径，互不导入' },
      withProtos({ 'note/note.proto': note('./internal/elsewhere;note') }, bySource('note/note.proto')),
    ),
    broken(
      'renamed',
      trap,
      { en: 'the paths of the repository before it was renamed', zh: '仓库改名之前的路径' },
      pair('example.com/before/note', 'example.com/before/letter', both),
    ),
    healthy(
      'renamed-alone',
      { en: 'the same, and nobody imports anything', zh: '同上，互不导入' },
      withProtos({ 'note/note.proto': note('example.com/before/note') }, bySource('note/note.proto')),
    ),
  ],
  columns: async (built) =>
    ['elsewhere', 'relative', 'renamed'].includes(built.id)
      ? { fixed: await afterFix({ ...built, generate: ['make', 'proto'] }, trap) }
      : {},
});
