import { differingFrom, gatewayTrapLab } from '../../../lab/labs/gateway-json/trap-cases.ts';

const v2 = 'openapiv2 2.33.0';
const v3 = 'openapiv3 2.33.0';
const gnostic = 'gnostic 0.7.1';

export default gatewayTrapLab({
  trap: 'openapi-names-differ',
  title: { en: 'Names in the answer and in the document', zh: '响应与文档中的字段名' },
  question: {
    en: 'Which names of an answer does the OpenAPI document not have?',
    zh: '响应里的哪些字段名是 OpenAPI 文档没有的？',
  },
  article: ['3.3.client-fails'],
  cases: [
    { id: 'proto-names', mux: 'proto-names', generator: v2 },
    { id: 'proto-names-option', mux: 'proto-names', generator: v2, options: ['json_names_for_fields=false'] },
    { id: 'proto-names-openapiv3', mux: 'proto-names', generator: v3 },
    { id: 'proto-names-gnostic', mux: 'proto-names', generator: gnostic },
    { id: 'proto-names-gnostic-option', mux: 'proto-names', generator: gnostic, options: ['naming=proto'] },
    { id: 'default-option', mux: 'default', generator: v2, options: ['json_names_for_fields=false'] },
    { id: 'default-gnostic-option', mux: 'default', generator: gnostic, options: ['naming=proto'] },
    { id: 'default-gnostic', mux: 'default', generator: gnostic },
    { id: 'default', mux: 'default', generator: v2 },
  ],
  // gnostic leaves a field of type Empty out, whatever the names are.
  differs: differingFrom(({ undeclared }) => undeclared.filter((name) => name !== '/empty')),
});
