import { defineTrap, type Trap } from '../../../core/trap.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The server ends connections that it finds old enough, or stops, and calls that last longer end with them. */
const trap: Trap = defineTrap({ id: 'goaway-max-age', group: 'rpc', sights: [], messages: { en, 'zh-CN': zh } });

export default trap;
