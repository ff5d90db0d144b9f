import { afterFix } from '../../../lab/kit/after-fix.ts';
import { go } from '../../../lab/kit/catalog.ts';
import type { Bilingual } from '../../../lab/kit/environment.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab, warned } from '../../../lab/kit/trap-lab.ts';
import { addMember, inWorkspace, workFile } from '../../../lab/kit/workspaces.ts';

const trap = 'workspace-mode-conflict';

/** Two members that need no other module, so that an old Go has nothing to build; the flag is refused all the same. */
function plain(more?: (site: Site) => Promise<void>) {
  return {
    plugins: [],
    protocLine: [],
    projectDir: 'src/a',
    checkDir: 'src',
    arrange: async (site: Site) => {
      await site.remove('src/hello');
      await site.write('src/go.work', workFile(['a', 'b'], '1.20'));
      await addMember(site, 'a', '1.20');
      await addMember(site, 'b', '1.20');
      await more?.(site);
    },
  } as const;
}

const makefile = (line: string) => plain((site) => site.write('src/a/Makefile', `all:\n\t${line}\n`));
const make = { build: ['make'] } as const;

const byFlag = (id: string, title: Bilingual, GOFLAGS: string, version: string) =>
  broken(id, trap, title, { ...plain(), env: { GOFLAGS }, go: go(version) });

/** Where the fix is more than a word of advice. */
const mended: ReadonlySet<string> = new Set([
  'goenv',
  'makefile-mod',
  'makefile-mod-vendor',
  'makefile-vendor-no-folder',
]);

export default trapLab({
  trap,
  title: { en: 'Flags that a workspace refuses', zh: '工作区会拒绝的参数' },
  question: {
    en: 'What does go build say to -mod=vendor, -mod=mod and -modfile while go.work is active, and to go mod vendor?',
    zh: 'go.work 生效时，go build 对 -mod=vendor、-mod=mod、-modfile 以及 go mod vendor 会说什么？',
  },
  article: ['2.5.precedence', '2.5.mod-vendor-panic'],
  columns: async (built) => ({ afterFix: mended.has(built.id) ? await afterFix(built, trap, true) : null }),
  environments: [
    byFlag('mod-go-1.20', { en: 'GOFLAGS=-mod=mod, Go 1.20', zh: 'GOFLAGS=-mod=mod，Go 1.20' }, '-mod=mod', '1.20.14'),
    byFlag('mod-go-1.26', { en: 'GOFLAGS=-mod=mod, Go 1.26', zh: 'GOFLAGS=-mod=mod，Go 1.26' }, '-mod=mod', '1.26.8'),
    byFlag(
      'vendor-go-1.21',
      { en: 'GOFLAGS=-mod=vendor, Go 1.21', zh: 'GOFLAGS=-mod=vendor，Go 1.21' },
      '-mod=vendor',
      '1.21.13',
    ),
    broken(
      'goenv',
      trap,
      { en: 'go env -w GOFLAGS=-mod=mod', zh: 'go env -w GOFLAGS=-mod=mod' },
      plain((site) => site.write('home/.config/go/env', 'GOFLAGS=-mod=mod\n')),
    ),
    warned(
      'makefile-mod',
      { en: 'a Makefile with -mod=mod', zh: 'Makefile 里有 -mod=mod' },
      { ...makefile('go vet -mod=mod ./...'), ...make },
    ),
    warned(
      'makefile-modfile',
      { en: 'a Makefile with -modfile', zh: 'Makefile 里有 -modfile' },
      { ...makefile('go vet -modfile=tools.mod ./...'), ...make },
    ),
    warned(
      'makefile-mod-vendor',
      { en: 'a Makefile with go mod vendor', zh: 'Makefile 里有 go mod vendor' },
      { ...makefile('go mod vendor'), ...make },
    ),
    warned(
      'makefile-vendor-no-folder',
      {
        en: 'a Makefile with -mod=vendor, and no folder beside go.work',
        zh: 'Makefile 里有 -mod=vendor，go.work 旁边没有目录',
      },
      {
        ...inWorkspace('v1.85.0', (site) => site.write('src/hello/Makefile', 'all:\n\tgo build -mod=vendor ./...\n')),
        ...make,
        checkDir: 'src',
      },
    ),
    healthy(
      'makefile-gowork-off',
      { en: 'the Makefile sets GOWORK=off', zh: 'Makefile 里设了 GOWORK=off' },
      { ...makefile('GOWORK=off go vet -mod=mod ./...'), ...make },
    ),
    healthy(
      'readonly',
      { en: 'GOFLAGS=-mod=readonly', zh: 'GOFLAGS=-mod=readonly' },
      { ...plain(), env: { GOFLAGS: '-mod=readonly' } },
    ),
  ],
});
