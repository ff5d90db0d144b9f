import { defineTrap, type Trap } from '../../../core/trap.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The codec for Protobuf is given something that is no Protobuf message. */
const trap: Trap = defineTrap({
  id: 'nil-or-nonproto-message',
  group: 'rpc',
  sights: [],
  messages: { en, 'zh-CN': zh },
});

export default trap;
