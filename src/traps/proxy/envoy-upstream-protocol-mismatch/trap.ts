import { defineTrap, type Trap } from '../../../core/trap.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Envoy and the server behind it speak different versions of HTTP. */
const trap: Trap = defineTrap({
  id: 'envoy-upstream-protocol-mismatch',
  group: 'proxy',
  sights: [],
  messages: { en, 'zh-CN': zh },
});

export default trap;
