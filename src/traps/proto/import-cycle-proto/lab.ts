import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterFix } from '../../../lab/kit/after-fix.ts';
import { askCompilers, askWithDescriptors } from '../../../lab/kit/compilers.ts';
import { run } from '../../../lab/kit/process.ts';
import { byModule, protoFile, withProtos } from '../../../lab/kit/proto-files.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'import-cycle-proto';
const goPackage = 'example.com/hello/api/v1';
const user = (role: string) => protoFile('api.v1', goPackage, [role], 'message User { Role role = 1; }');
const role = (name: string) => protoFile('api.v1', goPackage, [name], 'message Role { repeated User users = 1; }');
const plainUser = protoFile('api.v1', goPackage, [], 'message User { string name = 1; }');
const plainRole = protoFile('api.v1', goPackage, [], 'message Role { string name = 1; }');
const roots = (...folders: string[]) =>
  byModule().flatMap((word) =>
    word === '.' ? folders.flatMap((one, index) => (index === 0 ? [one] : ['-I', one])) : [word],
  );

export default trapLab({
  trap,
  title: { en: '.proto files that import each other', zh: '互相导入的 .proto 文件' },
  question: {
    en: 'Does any protoc, or buf, take .proto files that import each other, with one root, two roots, two names or one call a file?',
    zh: '.proto 文件互相导入时，有没有哪个 protoc 或 buf 会接受？一个根、两个根、两个名字、逐个文件调用都试一遍。',
  },
  article: [
    '3.2.silent',
    '3.2.example',
    '3.2.no-topology',
    '3.2.descriptor-pool',
    '3.2.row-single',
    '3.2.row-multi',
    '3.2.diagram',
  ],
  rowsOf: {
    '3.2.row-single': ['one-root'],
    '3.2.row-multi': ['two-roots'],
    '3.2.no-topology': ['two-roots', 'two-names'],
    '3.2.descriptor-pool': ['one-root', 'one-call-each'],
  },
  environments: [
    broken(
      'one-root',
      trap,
      { en: 'two files of one folder, one root', zh: '同一目录的两个文件，一个根' },
      withProtos(
        { 'api/v1/user.proto': user('api/v1/role.proto'), 'api/v1/role.proto': role('api/v1/user.proto') },
        byModule('api/v1/user.proto', 'api/v1/role.proto'),
      ),
    ),
    healthy(
      'one-way',
      { en: 'only one of them imports the other', zh: '只有一方导入另一方' },
      withProtos(
        { 'api/v1/user.proto': user('api/v1/role.proto'), 'api/v1/role.proto': plainRole },
        byModule('api/v1/user.proto', 'api/v1/role.proto'),
      ),
    ),
    broken(
      'two-roots',
      trap,
      { en: 'the files lie below two roots', zh: '两个文件在两个根下' },
      withProtos({ 'api/user.proto': user('role.proto'), 'core/role.proto': role('user.proto') }, [
        ...roots('./api', './core', '.'),
        'api/user.proto',
      ]),
    ),
    broken(
      'two-names',
      trap,
      { en: 'one of them is imported by a second name', zh: '其中一个以另一个名字被导入' },
      withProtos({ 'api/v1/user.proto': user('v1/role.proto'), 'api/v1/role.proto': role('api/v1/user.proto') }, [
        ...roots('.', './api'),
        'api/v1/user.proto',
      ]),
    ),
    broken(
      'one-call-each',
      trap,
      { en: 'the command names one of the two files', zh: '命令里只写两个文件中的一个' },
      withProtos(
        { 'api/v1/user.proto': user('api/v1/role.proto'), 'api/v1/role.proto': role('api/v1/user.proto') },
        byModule('api/v1/role.proto'),
      ),
    ),
    broken(
      'self',
      trap,
      { en: 'a file imports itself', zh: '文件导入自己' },
      withProtos(
        {
          'api/v1/user.proto': protoFile(
            'api.v1',
            goPackage,
            ['api/v1/user.proto'],
            'message User { string name = 1; }',
          ),
        },
        byModule('api/v1/user.proto'),
      ),
    ),
  ],
  columns: async (built, bench) => {
    const compilers = await askCompilers(built, bench);
    if (built.id === 'self') return { compilers, fixed: await afterFix(built, trap) };
    if (built.id !== 'one-root') return { compilers };
    const folder = join(built.root, 'descriptors');
    await mkdir(folder);
    const descriptors = await askWithDescriptors(bench, folder, {
      'user.proto': { text: user('role.proto'), standIn: plainUser },
      'role.proto': { text: role('user.proto'), standIn: plainRole },
    });
    const alone = await Promise.all(
      ['api/v1/user.proto', 'api/v1/role.proto'].map(async (file) => {
        const argv = ['protoc', '-I', '.', '--descriptor_set_out=../one.pb', file];
        const { rc } = await run(argv, { cwd: built.projectDir, env: built.env, timeoutMs: 60_000 });
        return `${file}: ${rc === 0 ? 'accepts' : 'refuses'}`;
      }),
    );
    return { compilers, descriptors, alone };
  },
});
