import { afterFix } from '../../../lab/kit/after-fix.ts';
import { pgo } from '../../../lab/kit/catalog.ts';
import { bySource, protoFile, withProtos } from '../../../lab/kit/proto-files.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'go-package-missing';
const note = (goPackage?: string) => protoFile('note', goPackage, [], 'message Note { string text = 1; }');
const letter = protoFile(
  'note',
  'example.com/hello/letter',
  ['note/note.proto'],
  'message Letter { note.Note note = 1; }',
);
/** A program that needs nothing but the messages. */
const main = 'package main\n\nimport _ "example.com/hello/note"\n\nfunc main() {}\n';
/** Only messages: the command needs no second plugin. */
const messages = ['-I', '.', '--go_out=.', '--go_opt=paths=source_relative'];

export default trapLab({
  trap,
  title: { en: '.proto files without a go_package', zh: '没有 go_package 的 .proto 文件' },
  question: {
    en: 'Which plugin refuses a file of which nothing says what its Go package is?',
    zh: '没有任何地方说明 Go 包时，哪些插件会拒绝这个文件？',
  },
  environments: [
    broken(
      'own-file',
      trap,
      { en: 'a file of the command has none', zh: '命令里的一个文件没有' },
      withProtos({ 'note/note.proto': note() }, bySource('note/note.proto')),
    ),
    healthy(
      'option',
      { en: 'it has one', zh: '有 go_package' },
      withProtos({ 'note/note.proto': note('example.com/hello/note') }, bySource('note/note.proto')),
    ),
    healthy(
      'mapping',
      { en: 'an M option tells it', zh: 'M 选项给出' },
      withProtos({ 'note/note.proto': note() }, [
        ...bySource('note/note.proto'),
        '--go_opt=Mnote/note.proto=example.com/hello/note',
        '--go-grpc_opt=Mnote/note.proto=example.com/hello/note',
      ]),
    ),
    broken(
      'import',
      trap,
      { en: 'a file that is only imported has none', zh: '只被导入的文件没有' },
      withProtos({ 'note/note.proto': note(), 'letter/letter.proto': letter }, bySource('letter/letter.proto')),
    ),
    broken(
      'import-path',
      trap,
      { en: 'the command has no paths=', zh: '命令里没有 paths=' },
      withProtos({ 'note/note.proto': note() }, [
        '-I',
        '.',
        '--go_out=.',
        '--go-grpc_out=.',
        '--go_opt=Mpb/hello.proto=./pb',
        '--go-grpc_opt=Mpb/hello.proto=./pb',
        'pb/hello.proto',
        'note/note.proto',
      ]),
    ),
    broken(
      'v1.26.0',
      trap,
      { en: 'protoc-gen-go 1.26.0', zh: 'protoc-gen-go 1.26.0' },
      {
        ...withProtos({ 'main.go': main, 'note/note.proto': note() }, [...messages, 'note/note.proto']),
        plugins: [pgo('v1.26.0')],
      },
    ),
    healthy(
      'v1.25.0',
      { en: 'protoc-gen-go 1.25.0 guesses, and warns', zh: 'protoc-gen-go 1.25.0 自己猜，并给出警告' },
      {
        ...withProtos({ 'main.go': main, 'note/note.proto': note() }, [...messages, 'note/note.proto']),
        plugins: [pgo('v1.25.0')],
        // Its code needs golang/protobuf, which is another story.
        build: ['go', 'version'],
      },
    ),
  ],
  columns: async (built) =>
    built.id === 'own-file' || built.id === 'import-path'
      ? { fixed: await afterFix({ ...built, generate: ['make', 'proto'] }, trap, built.id === 'import-path') }
      : {},
});
