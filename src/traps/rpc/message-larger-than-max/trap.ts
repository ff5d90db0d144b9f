import { defineTrap, type Trap } from '../../../core/trap.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A message is larger than one side receives or sends. */
const trap: Trap = defineTrap({
  id: 'message-larger-than-max',
  group: 'rpc',
  sights: [],
  messages: { en, 'zh-CN': zh },
});

export default trap;
