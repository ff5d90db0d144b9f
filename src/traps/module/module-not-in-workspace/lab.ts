import { afterFix } from '../../../lab/kit/after-fix.ts';
import type { Bilingual, EnvironmentSpec } from '../../../lab/kit/environment.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab, warned } from '../../../lab/kit/trap-lab.ts';
import { addMember, workFile } from '../../../lab/kit/workspaces.ts';

const trap = 'module-not-in-workspace';

/** Members `a` and `b` that need no other module; go.work names `a` only. */
function outside(more?: (site: Site) => Promise<void>): Partial<EnvironmentSpec> {
  return {
    plugins: [],
    protocLine: [],
    projectDir: 'src/b',
    arrange: async (site) => {
      await site.remove('src/hello');
      await site.write('src/go.work', workFile(['a']));
      await addMember(site, 'a');
      await addMember(site, 'b');
      await more?.(site);
    },
  };
}

/** `a` imports `b`. */
const imports = (site: Site) => site.write('src/a/a.go', 'package a\n\nimport _ "example.com/b"\n');
const makefile = (line: string) => (site: Site) => site.write('src/b/Makefile', `all:\n\t${line}\n`);

const byMake = (id: string, title: Bilingual, line: string) =>
  warned(id, title, {
    ...outside(makefile(line)),
    build: ['make'],
    checkDir: 'src',
  });

/** Where the fix is tried out. */
const mended: ReadonlySet<string> = new Set(['pattern', 'imported', 'makefile', 'nested']);

export default trapLab({
  trap,
  title: { en: 'A module that go.work does not name', zh: 'go.work 没有列出的模块' },
  question: {
    en: 'What does go build say in a module below a go.work that does not name it?',
    zh: '模块处在 go.work 之下却没有被列出时，go build 会说什么？',
  },
  columns: async (built) => ({ afterFix: mended.has(built.id) ? await afterFix(built, trap, true) : null }),
  environments: [
    broken('pattern', trap, { en: 'go build ./... in it', zh: '在其中执行 go build ./...' }, outside()),
    broken(
      'folder',
      trap,
      { en: 'go build . in it', zh: '在其中执行 go build .' },
      { ...outside(), build: ['go', 'build', '.'] },
    ),
    broken(
      'imported',
      trap,
      { en: 'a member imports it', zh: '某个成员导入了它' },
      { ...outside(imports), projectDir: 'src/a', checkDir: 'src' },
    ),
    byMake('makefile', { en: 'a Makefile builds it', zh: 'Makefile 构建它' }, 'go build ./...'),
    byMake('makefile-folder', { en: 'a Makefile runs go vet .', zh: 'Makefile 执行 go vet .' }, 'go vet .'),
    warned(
      'nested',
      { en: 'it lies below the folder of a member', zh: '它处在某个成员的目录之下' },
      {
        ...outside(async (site) => {
          await addMember(site, 'a/api');
          await site.write('src/a/api/Makefile', 'all:\n\tgo build .\n');
        }),
        ...{ build: ['make'], checkDir: 'src', projectDir: 'src/a/api' },
      },
    ),
    healthy(
      'used',
      { en: 'go.work names it', zh: 'go.work 列出了它' },
      outside((site) => site.write('src/go.work', workFile(['a', 'b']))),
    ),
    healthy(
      'makefile-gowork-off',
      { en: 'the Makefile sets GOWORK=off', zh: 'Makefile 里设了 GOWORK=off' },
      { ...outside(makefile('GOWORK=off go build ./...')), build: ['make'], checkDir: 'src' },
    ),
    healthy(
      'file-named',
      { en: 'a file is named, and not a folder', zh: '指定的是文件而不是目录' },
      { ...outside(makefile('go vet b.go')), build: ['make'], checkDir: 'src' },
    ),
  ],
});
