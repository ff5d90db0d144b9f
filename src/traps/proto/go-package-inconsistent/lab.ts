import { byModule, bySource, protoFile, withProtos } from '../../../lab/kit/proto-files.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'go-package-inconsistent';
const base = 'example.com/hello/';
const note = (goPackage: string) => protoFile('note', goPackage, [], 'message Note { string text = 1; }');
const card = (goPackage: string) => protoFile('card', goPackage, [], 'message Card { string text = 1; }');
const files = (noteGo: string, cardGo: string) => ({ 'p/note.proto': note(noteGo), 'p/card.proto': card(cardGo) });
const names = ['p/note.proto', 'p/card.proto'];

export default trapLab({
  trap,
  title: {
    en: 'One Go package with two names, one folder with two packages',
    zh: '一个 Go 包两个名字，一个目录两个包',
  },
  question: {
    en: 'Who refuses it when two .proto files disagree about a Go package?',
    zh: '两个 .proto 文件对 Go 包说法不一时，由谁拒绝？',
  },
  environments: [
    broken(
      'names',
      trap,
      { en: 'one import path, two names', zh: '同一个导入路径，两个名字' },
      withProtos(files(`${base}p;a`, `${base}p;b`), byModule(...names)),
    ),
    healthy(
      'same-name',
      { en: 'one import path, one name', zh: '同一个导入路径，一个名字' },
      withProtos(files(`${base}p;a`, `${base}p;a`), byModule(...names)),
    ),
    broken(
      'dot',
      trap,
      { en: '".;a" and ".;b" in two folders, one call', zh: '两个目录里的 ".;a" 和 ".;b"，一次调用' },
      withProtos(
        { 'a/note.proto': note('.;a'), 'b/card.proto': card('.;b') },
        bySource('a/note.proto', 'b/card.proto'),
      ),
    ),
    broken(
      'folder',
      trap,
      { en: 'two import paths, one folder', zh: '两个导入路径，同一个目录' },
      withProtos(files(`${base}a`, `${base}b`), bySource(...names)),
    ),
    healthy(
      'folder-same-name',
      { en: 'two import paths that end alike, one folder', zh: '两个导入路径末尾相同，同一个目录' },
      withProtos(files(`${base}x/p`, `${base}y/p`), bySource(...names)),
    ),
    broken(
      'hand-written',
      trap,
      { en: 'beside a Go file of another package', zh: '旁边有属于另一个包的 Go 文件' },
      withProtos({ 'p/note.proto': note(`${base}p;notes`), 'p/p.go': 'package p\n' }, bySource('p/note.proto')),
    ),
    broken(
      'file',
      trap,
      { en: 'two files of one name and one Go package', zh: '两个同名文件属于同一个 Go 包' },
      withProtos(
        { 'a/note.proto': note(`${base}p`), 'b/note.proto': card(`${base}p`) },
        byModule('a/note.proto', 'b/note.proto'),
      ),
    ),
  ],
});
