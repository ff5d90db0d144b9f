import { defineTrap, type Trap } from '../../../core/trap.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A listener of HTTP/1 is called in HTTP/2 without TLS. */
const trap: Trap = defineTrap({
  id: 'http1-listener-for-h2c-client',
  group: 'proxy',
  sights: [],
  messages: { en, 'zh-CN': zh },
});

export default trap;
