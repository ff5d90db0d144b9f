import { commandAfterFix } from '../../../lab/kit/after-fix.ts';
import { ungenerated } from '../../../lab/kit/proto-floors.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'proto3-optional-needs-flag';
const flag = '--experimental_allow_proto3_optional';

export default trapLab({
  trap,
  title: { en: 'optional of proto3 and an old protoc', zh: 'proto3 的 optional 与旧版 protoc' },
  question: {
    en: 'Which protoc takes an optional field of proto3, and which only with the flag?',
    zh: '哪些 protoc 接受 proto3 的 optional 字段，哪些要加参数？',
  },
  article: ['3.1.optional-3.12', '3.1.row-3.12.4'],
  columns: async (built) => ({ afterFix: built.id === '3.12.4' ? await commandAfterFix(built, trap) : null }),
  rowsOf: { '3.1.row-3.12.4': ['3.12.4', '3.12.4-flag'] },
  environments: [
    broken('3.12.4', trap, { en: 'protoc 3.12.4', zh: 'protoc 3.12.4' }, ungenerated('optional', { protoc: '3.12.4' })),
    healthy(
      '3.12.4-flag',
      { en: 'protoc 3.12.4 with the flag', zh: 'protoc 3.12.4，加参数' },
      ungenerated('optional', { protoc: '3.12.4', flags: [flag] }),
    ),
    healthy(
      '3.12.4-plain',
      { en: 'protoc 3.12.4, no optional field', zh: 'protoc 3.12.4，没有 optional 字段' },
      ungenerated('plain', { protoc: '3.12.4' }),
    ),
    broken('3.14.0', trap, { en: 'protoc 3.14.0', zh: 'protoc 3.14.0' }, ungenerated('optional', { protoc: '3.14.0' })),
    healthy('3.15.0', { en: 'protoc 3.15.0', zh: 'protoc 3.15.0' }, ungenerated('optional', { protoc: '3.15.0' })),
    healthy(
      '3.15.0-flag',
      { en: 'protoc 3.15.0 with the flag', zh: 'protoc 3.15.0，加参数' },
      ungenerated('optional', { protoc: '3.15.0', flags: [flag] }),
    ),
    broken('3.11.4', trap, { en: 'protoc 3.11.4', zh: 'protoc 3.11.4' }, ungenerated('optional', { protoc: '3.11.4' })),
    broken(
      '3.11.4-flag',
      trap,
      { en: 'protoc 3.11.4, which does not know the flag', zh: 'protoc 3.11.4，不认识这个参数' },
      ungenerated('optional', { protoc: '3.11.4', flags: [flag] }),
    ),
  ],
});
