import { helloModule } from '../../../lab/kit/bench.ts';
import { GRPC } from '../../../lab/kit/catalog.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { healthy, newestHello, trapLab } from '../../../lab/kit/trap-lab.ts';
import { bothVersions } from '../../../lab/kit/workspaces.ts';

const work = 'go 1.26.0\n\nuse (\n\t./hello\n\t./b\n)\n';

/** A second module that uses grpc, beside the first one. */
async function another(site: Site, spec: typeof newestHello): Promise<void> {
  await site.write('src/go.work', work);
  await site.addModule(spec, 'b', []);
  await site.edit('src/b/go.mod', 'module example.com/hello', 'module example.com/b');
}

/** A second module that does not use grpc itself, but a module that does. */
async function behind(site: Site): Promise<void> {
  await site.write('src/go.work', work);
  const lib = 'replace example.com/lib => ../lib';
  await site.write('src/b/go.mod', `module example.com/b\n\ngo 1.26.0\n\nrequire example.com/lib v1.0.0\n\n${lib}\n`);
  await site.write('src/b/b.go', 'package b\n\nimport _ "example.com/lib"\n');
  await site.addModule(newestHello, 'lib', []);
  await site.edit('src/lib/go.mod', 'module example.com/hello', 'module example.com/lib');
}

const older = helloModule('v1.84.0', { go: '1.26.0' });

export default trapLab({
  trap: 'grpc-version-raised',
  title: { en: 'Another member raises grpc-go', zh: '另一个成员抬高了 grpc-go' },
  question: {
    en: 'Which grpc-go is a member of a workspace built with when another one requires more?',
    zh: '工作区里别的成员要求更高时，这个成员用哪个 grpc-go 构建？',
  },
  // Which grpc-go the same commit is built with, inside of the workspace and without it.
  columns: (built) => bothVersions(built, GRPC),
  environments: [
    healthy(
      'other-member',
      { en: 'v1.84.0 here, v1.85.0 in another member', zh: '这里是 v1.84.0，另一个成员是 v1.85.0' },
      { module: older, arrange: (site) => another(site, newestHello) },
    ),
    healthy(
      'behind-another-member',
      {
        en: 'v1.84.0 here, a dependency of another member requires v1.85.0',
        zh: '这里是 v1.84.0，另一个成员的依赖要求 v1.85.0',
      },
      { module: older, arrange: behind },
    ),
    healthy(
      'equal',
      { en: 'v1.84.0 in both', zh: '两边都是 v1.84.0' },
      { module: older, arrange: (site) => another(site, older) },
    ),
  ],
});
