import { defineTrap, type Trap } from '../../../core/trap.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** nginx and the server behind it speak different versions of HTTP. */
const trap: Trap = defineTrap({
  id: 'nginx-http1-upstream',
  group: 'proxy',
  sights: [],
  messages: { en, 'zh-CN': zh },
});

export default trap;
