import { defineTrap, type Trap } from '../../../core/trap.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The client sends PINGs more often than the server lets it, and is sent away. */
const trap: Trap = defineTrap({
  id: 'keepalive-too-many-pings',
  group: 'rpc',
  sights: [],
  messages: { en, 'zh-CN': zh },
});

export default trap;
