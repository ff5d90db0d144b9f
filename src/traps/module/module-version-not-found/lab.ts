import { GRPC } from '../../../lab/kit/catalog.ts';
import { type Bilingual, type BuiltEnvironment, outcome } from '../../../lab/kit/environment.ts';
import { listen } from '../../../lab/kit/module-proxy.ts';
import { run } from '../../../lab/kit/process.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';
import type { Cell } from '../../../lab/lab.ts';

const trap = 'module-version-not-found';
const RUN_MS = 60_000;

const PLACEHOLDER = 'v0.0.0-00010101000000-000000000000';

/** What is downloaded in the column `asked`. */
const downloads: Readonly<Record<string, string>> = {
  'never-published': `${GRPC}@v1.60.5`,
  letter: 'example.com/api@1.2.3',
  latest: 'example.com/api@latest',
  placeholder: `example.com/api@${PLACEHOLDER}`,
};

/** What go says when a proxy answers as the public one does for a version that is not there. */
async function asked(built: BuiltEnvironment): Promise<Record<string, Cell>> {
  const wanted = downloads[built.id];
  if (wanted === undefined) return { asked: null };
  await using proxy = await listen((request, response) => {
    const [, path = '', file = ''] = /^\/(.*)\/@v\/(.*)$/.exec(request.url ?? '') ?? [];
    const version = file.replace(/\.(info|mod|zip)$/, '');
    const text = `not found: ${path}@${version}: invalid version: unknown revision ${version.split('-').at(-1)}`;
    response.writeHead(404, { 'content-type': 'text/plain' }).end(text);
  });
  const argv = ['go', 'mod', 'download', wanted];
  const env = { ...built.env, GOPROXY: proxy.url, GOSUMDB: 'off' };
  // In a folder without a module: only the version that was asked for counts.
  const result = await run(argv, { cwd: built.root, env, timeoutMs: RUN_MS });
  const placeholders = [{ path: proxy.url, name: '<proxy>' }, ...built.placeholders];
  const { rc, lines } = outcome({ ...built, placeholders }, argv, result, 'first');
  return { asked: { rc, lines } };
}

/** Another module beside grpc, with this version in go.mod, and imported or not. */
const requiring = (requirement: string, imported: boolean) => ({
  env: { GOPROXY: 'off' },
  arrange: async (site: Site) => {
    await site.edit('src/hello/go.mod', /^go .*$/m, `$&\n\nrequire ${requirement}`);
    const [path = ''] = requirement.split(' ');
    if (imported) await site.write('src/hello/api.go', `package main\n\nimport _ "${path}"\n`);
  },
});

const titled = (text: string): Bilingual => ({ en: text, zh: text });

export default trapLab({
  trap,
  title: { en: 'A version that does not exist', zh: '不存在的版本' },
  question: {
    en: 'What does go say to a version that was never published, to latest, and to a path that does not fit?',
    zh: '遇到从未发布的版本、latest，以及与路径不相配的版本时，go 会说什么？',
  },
  environments: [
    broken('never-published', trap, titled('google.golang.org/grpc v1.60.5'), {
      env: { GOPROXY: 'off' },
      arrange: async (site) => {
        await site.edit('src/hello/go.mod', `${GRPC} v1.85.0`, `${GRPC} v1.60.5`);
        await site.edit('src/hello/go.sum', new RegExp(`^${GRPC} v1.*\n`, 'gm'), '');
      },
    }),
    broken(
      'major',
      trap,
      titled('grpc-gateway v2.20.0'),
      requiring('github.com/grpc-ecosystem/grpc-gateway v2.20.0', false),
    ),
    broken('letter', trap, titled('example.com/api 1.2.3'), requiring('example.com/api 1.2.3', false)),
    broken('latest', trap, titled('example.com/api latest'), requiring('example.com/api latest', false)),
    broken(
      'placeholder',
      trap,
      titled(`example.com/api ${PLACEHOLDER}`),
      requiring(`example.com/api ${PLACEHOLDER}`, true),
    ),
    healthy(
      'placeholder-not-imported',
      { en: 'the same, and nothing imports it', zh: '同上，但没有代码导入它' },
      requiring(`example.com/api ${PLACEHOLDER}`, false),
    ),
    healthy('published', titled('google.golang.org/grpc v1.85.0')),
  ],
  columns: asked,
});
