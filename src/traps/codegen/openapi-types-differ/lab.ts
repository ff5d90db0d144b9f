import { differingFrom, gatewayTrapLab } from '../../../lab/labs/gateway-json/trap-cases.ts';

const v2 = 'openapiv2 2.33.0';
const v3 = 'openapiv3 2.33.0';
const gnostic = 'gnostic 0.7.1';
const oldGnostic = 'gnostic 0.6.9';

/** An enum, or a number in quotes where a number is asked for. */
const wanted = /^\/kinds?\b|: "-?\d+" is not integer$/;

export default gatewayTrapLab({
  trap: 'openapi-types-differ',
  title: { en: 'Enums and int64 in the answer and in the document', zh: '响应与文档中的枚举和 int64' },
  question: {
    en: 'Which enums and 64-bit integers of an answer does the OpenAPI document refuse?',
    zh: '响应里的哪些枚举和 64 位整数不符合 OpenAPI 文档？',
  },
  article: ['3.3.integer', '3.3.diagram'],
  cases: [
    { id: 'gnostic', mux: 'default', generator: gnostic },
    { id: 'gnostic-enum-string', mux: 'default', generator: gnostic, options: ['enum_type=string'] },
    { id: 'gnostic-enum-numbers', mux: 'enum-numbers', generator: gnostic },
    { id: 'gnostic-enum-numbers-string', mux: 'enum-numbers', generator: gnostic, options: ['enum_type=string'] },
    { id: 'old-gnostic', mux: 'default', generator: oldGnostic, options: ['enum_type=string'] },
    { id: 'openapiv2-enum-numbers', mux: 'enum-numbers', generator: v2 },
    { id: 'openapiv2-both-numbers', mux: 'enum-numbers', generator: v2, options: ['enums_as_ints=true'] },
    { id: 'openapiv2-as-ints', mux: 'default', generator: v2, options: ['enums_as_ints=true'] },
    { id: 'openapiv3-enum-numbers', mux: 'enum-numbers', generator: v3 },
    { id: 'openapiv3', mux: 'default', generator: v3 },
    { id: 'openapiv2', mux: 'default', generator: v2 },
  ],
  differs: differingFrom(({ violations }) => violations.filter((line) => wanted.test(line))),
});
