import { nullableMessages } from '../../../lab/labs/gateway-json/rows.ts';
import { differingFrom, gatewayTrapLab } from '../../../lab/labs/gateway-json/trap-cases.ts';

const v2 = 'openapiv2 2.33.0';
const v3 = 'openapiv3 2.33.0';
const which = 'zero';

export default gatewayTrapLab({
  trap: 'openapi-null-for-unset',
  title: { en: 'Messages that are not set', zh: '未设置的消息字段' },
  question: {
    en: 'Where does an answer in which nothing is set have null, and the OpenAPI document no room for it?',
    zh: '什么都没设置的响应在哪些地方是 null，而 OpenAPI 文档不允许？',
  },
  article: ['3.3.client-fails', '3.3.row-gateway'],
  cases: [
    { id: 'openapiv2', mux: 'default', generator: v2, which },
    { id: 'openapiv3', mux: 'default', generator: v3, which },
    { id: 'gnostic', mux: 'default', generator: 'gnostic 0.7.1', which },
    { id: 'nullable', mux: 'default', generator: v2, which, ...nullableMessages },
    { id: 'unset-left-out', mux: 'unset-left-out', generator: v3, which },
    { id: 'defaults-only', mux: 'defaults-only', generator: v2, which },
  ],
  // NullValue is null for ever, set or not.
  differs: differingFrom(({ violations }) =>
    violations.filter((line) => line.includes(': null is not ') && !line.startsWith('/nothing:')),
  ),
});
