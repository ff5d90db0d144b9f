import { defineTrap, type Trap } from '../../../core/trap.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A time limit of a proxy ends a call or a stream. */
const trap: Trap = defineTrap({
  id: 'proxy-idle-timeout',
  group: 'proxy',
  sights: [],
  messages: { en, 'zh-CN': zh },
});

export default trap;
