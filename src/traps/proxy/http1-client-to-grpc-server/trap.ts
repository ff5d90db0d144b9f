import { defineTrap, type Trap } from '../../../core/trap.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Who calls a gRPC server speaks HTTP/1. */
const trap: Trap = defineTrap({
  id: 'http1-client-to-grpc-server',
  group: 'proxy',
  sights: [],
  messages: { en, 'zh-CN': zh },
});

export default trap;
