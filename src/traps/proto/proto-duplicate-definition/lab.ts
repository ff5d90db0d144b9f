import { askCompilers } from '../../../lab/kit/compilers.ts';
import { byModule, protoFile, withProtos } from '../../../lab/kit/proto-files.ts';
import { broken, healthy, type Special, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'proto-duplicate-definition';
const goPackage = 'example.com/hello/shop';
const file = (pkg: string, ...body: string[]) => protoFile(pkg, goPackage, [], ...body);
const pair = (one: string, two: string): Special =>
  withProtos({ 'shop/one.proto': one, 'shop/two.proto': two }, byModule('shop/one.proto', 'shop/two.proto'));
const user = file('shop', 'message User { string name = 1; }');

export default trapLab({
  trap,
  title: { en: 'A full name that is defined twice', zh: '全名重复定义' },
  question: {
    en: 'Which names may two .proto files of one call both define?',
    zh: '一次调用里的两个 .proto 文件，哪些名字可以同时定义？',
  },
  environments: [
    broken('message', trap, { en: 'two messages', zh: '两个消息' }, pair(user, user)),
    healthy(
      'other-package',
      { en: 'the packages differ', zh: '包不同' },
      pair(user, protoFile('shop.v2', `${goPackage}/v2`, [], 'message User { string name = 1; }')),
    ),
    broken(
      'enum-value',
      trap,
      { en: 'values of two enums', zh: '两个枚举的值' },
      pair(file('shop', 'enum Status { UNKNOWN = 0; }'), file('shop', 'enum Kind { UNKNOWN = 0; }')),
    ),
    healthy(
      'enum-in-message',
      { en: 'the second enum lies within a message', zh: '第二个枚举在消息里' },
      pair(file('shop', 'enum Status { UNKNOWN = 0; }'), file('shop', 'message Thing { enum Kind { UNKNOWN = 0; } }')),
    ),
    broken(
      'same-file',
      trap,
      { en: 'two enums of one file', zh: '同一文件的两个枚举' },
      withProtos(
        { 'shop/one.proto': file('shop', 'enum Status { UNKNOWN = 0; }', 'enum Kind { UNKNOWN = 0; }') },
        byModule('shop/one.proto'),
      ),
    ),
    broken(
      'package',
      trap,
      { en: 'a message and a package', zh: '一个消息与一个包' },
      pair(
        file('shop', 'message user { string name = 1; }'),
        protoFile('shop.user', `${goPackage}/user`, [], 'message Name { string text = 1; }'),
      ),
    ),
    broken(
      'service',
      trap,
      { en: 'a service and a message', zh: '一个服务与一个消息' },
      pair(file('shop', 'message Ask {}', 'service User { rpc Get(Ask) returns (Ask); }'), user),
    ),
    broken(
      'imported',
      trap,
      { en: 'the other file is imported', zh: '另一个文件是被导入的' },
      withProtos(
        {
          'shop/one.proto': user,
          'shop/two.proto': protoFile('shop', goPackage, ['shop/one.proto'], 'message User { string name = 1; }'),
        },
        byModule('shop/two.proto'),
      ),
    ),
    broken(
      'two-names',
      trap,
      { en: 'one file under two names', zh: '同一文件的两个名字' },
      withProtos({ 'api/shop/one.proto': user }, [...byModule('api/shop/one.proto', 'shop/one.proto'), '-I', './api']),
    ),
  ],
  columns: async (built, bench) => ({ compilers: await askCompilers(built, bench) }),
});
