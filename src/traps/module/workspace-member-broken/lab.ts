import { afterFix } from '../../../lab/kit/after-fix.ts';
import type { Bilingual } from '../../../lab/kit/environment.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'workspace-member-broken';

/** What stands beside `src/hello`, by its path below `src`. */
type Files = Readonly<Record<string, string>>;

const both = 'go 1.26.0\n\nuse (\n\t./hello\n\t./b\n)\n';
const goMod = (path: string, go = '1.26.0') => `module ${path}\n\ngo ${go}\n`;
const b = { 'b/go.mod': goMod('example.com/b'), 'b/b.go': 'package b\n' };
const requiresB = { 'a/go.mod': `${goMod('example.com/a')}\nrequire example.com/b v0.0.0\n`, 'a/a.go': 'package a\n' };
const replacesSync = (folder: string, version: string) =>
  `${goMod(`example.com/${folder}`)}\nreplace golang.org/x/sync => golang.org/x/sync ${version}\n`;

function beside(files: Files) {
  return {
    // Nothing that this lab needs is published; the answer of a proxy would differ from place to place.
    env: { GOPROXY: 'off' },
    arrange: async (site: Site) => {
      for (const [file, text] of Object.entries(files)) await site.write(`src/${file}`, text);
    },
  };
}

/** Where the fix is tried out. */
const mended: ReadonlySet<string> = new Set(['pattern', 'newer-go', 'member-replaced', 'sibling-never-published']);

const bad = (id: string, title: Bilingual, files: Files) => broken(id, trap, title, beside(files));
const good = (id: string, title: Bilingual, files: Files) => healthy(id, title, beside(files));

export default trapLab({
  trap,
  title: { en: 'One broken member of a workspace', zh: '工作区里一个损坏的成员' },
  question: {
    en: 'What does go build say in a healthy member when another one is broken?',
    zh: '别的成员损坏时，go build 在一个正常成员里会说什么？',
  },
  article: ['2.5.use-all'],
  columns: async (built) => ({ afterFix: mended.has(built.id) ? await afterFix(built, trap, true) : null }),
  environments: [
    bad(
      'pattern',
      { en: 'go.work has use ./...', zh: 'go.work 里写了 use ./...' },
      { 'go.work': 'go 1.26.0\n\nuse ./...\n' },
    ),
    bad(
      'missing-folder',
      { en: 'a folder of go.work is not there', zh: 'go.work 里的一个目录不存在' },
      { 'go.work': both },
    ),
    bad(
      'merge-conflict',
      { en: 'marks of a merge in the go.mod of another member', zh: '另一个成员的 go.mod 里留有合并冲突标记' },
      { 'go.work': both, ...b, 'b/go.mod': `<<<<<<< HEAD\n${goMod('example.com/b')}=======\n>>>>>>> feature\n` },
    ),
    bad(
      'same-module',
      { en: 'two members with one module path', zh: '两个成员的模块路径相同' },
      { 'go.work': both, ...b, 'b/go.mod': goMod('example.com/hello') },
    ),
    bad(
      'newer-go',
      { en: 'another member asks for a newer Go than go.work', zh: '另一个成员要求的 Go 比 go.work 新' },
      { 'go.work': both, ...b, 'b/go.mod': goMod('example.com/b', '1.26.5') },
    ),
    good(
      'go-work-raised',
      { en: 'go.work says the same Go', zh: 'go.work 写了同样的 Go 版本' },
      { 'go.work': both.replace('1.26.0', '1.26.5'), ...b, 'b/go.mod': goMod('example.com/b', '1.26.5') },
    ),
    bad(
      'conflicting-replacements',
      { en: 'two members replace one module differently', zh: '两个成员对同一模块的替换不同' },
      {
        'go.work': both.replace('./b', './a\n\t./b'),
        ...b,
        'a/go.mod': replacesSync('a', 'v0.1.0'),
        'b/go.mod': replacesSync('b', 'v0.2.0'),
      },
    ),
    good(
      'go-work-decides',
      { en: 'go.work replaces that module for all', zh: '由 go.work 统一替换该模块' },
      {
        'go.work': `${both.replace('./b', './a\n\t./b')}\nreplace golang.org/x/sync => golang.org/x/sync v0.1.0\n`,
        ...b,
        'a/go.mod': replacesSync('a', 'v0.1.0'),
        'b/go.mod': replacesSync('b', 'v0.2.0'),
      },
    ),
    bad(
      'member-replaced',
      { en: 'go.work replaces a member at all versions', zh: 'go.work 替换了一个成员的所有版本' },
      { 'go.work': `${both}\nreplace example.com/b => ./b\n`, ...b },
    ),
    bad(
      'sibling-never-published',
      { en: 'another member requires a member at v0.0.0', zh: '另一个成员依赖某个成员的 v0.0.0' },
      { 'go.work': both.replace('./b', './a\n\t./b'), ...b, ...requiresB },
    ),
    good(
      'sibling-replaced',
      { en: 'go.work gives the folder for v0.0.0', zh: 'go.work 为 v0.0.0 指定了目录' },
      {
        'go.work': `${both.replace('./b', './a\n\t./b')}\nreplace example.com/b v0.0.0 => ./b\n`,
        ...b,
        ...requiresB,
      },
    ),
    good('healthy-workspace', { en: 'two healthy members', zh: '两个正常的成员' }, { 'go.work': both, ...b }),
  ],
});
