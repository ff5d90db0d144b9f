import { defineTrap, type Trap } from '../../../core/trap.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A message is compressed in a way that one side has not registered. */
const trap: Trap = defineTrap({
  id: 'compressor-not-registered',
  group: 'rpc',
  sights: [],
  messages: { en, 'zh-CN': zh },
});

export default trap;
