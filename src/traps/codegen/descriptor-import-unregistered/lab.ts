import { PGG, PGO } from '../../../lab/kit/catalog.ts';
import type { Bilingual } from '../../../lab/kit/environment.ts';
import { healthy, type Special, trapLab, warned } from '../../../lab/kit/trap-lab.ts';

const trap = 'descriptor-import-unregistered';

/** `role.proto` imports `user.proto`, each made by a call of its own. The program asks its own server for the descriptors. */
function generated(sources: 'one-root' | 'two-roots'): Special {
  const line = (root: string, file: string): string[] => [
    'protoc',
    `--proto_path=${root}`,
    '--go_out=.',
    '--go_opt=module=example.com/reflect',
    '--go-grpc_out=.',
    '--go-grpc_opt=module=example.com/reflect',
    file,
  ];
  return {
    module: {
      program: 'reflect',
      go: '1.24',
      require: { 'google.golang.org/grpc': 'v1.65.0' },
      plugins: [PGO, PGG],
      protocLine: line(sources, 'api/v1/user.proto'),
      furtherLines: [
        sources === 'one-root' ? line(sources, 'api/v1/role.proto') : line(`${sources}/api`, 'v1/role.proto'),
      ],
      keepGenerated: true,
    },
    plugins: [],
    protocLine: [],
    build: ['go', 'run', '.'],
    // What a build sees is the generated code alone.
    arrange: async (site) => {
      await site.remove('src/reflect/one-root');
      await site.remove('src/reflect/two-roots');
    },
  };
}

const row = (en: string, zh: string): Bilingual => ({ en, zh });

export default trapLab({
  trap,
  title: row('An import under another name', '导入时用了另一个名字'),
  question: row(
    'What still works when a file is registered under one name and imported under another?',
    '文件注册时用一个名字、导入时用另一个名字，还有什么能正常工作？',
  ),
  environments: [
    warned(
      'two-roots',
      row('two calls of protoc with two roots', '两次调用 protoc，两个根目录'),
      generated('two-roots'),
    ),
    healthy('one-root', row('two calls with one root', '两次调用，同一个根目录'), generated('one-root')),
  ],
});
