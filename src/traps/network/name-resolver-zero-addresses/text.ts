import type { TextSight } from '../../../core/failure.ts';
import { toldBy } from '../../../core/text-claim.ts';
import { isListenerInMemory, isServiceLookup } from '../../../text/names.ts';

/** Without a resolver of grpc-go in between, Go calls a name without an address unknown, and a server that refuses faulty. */
const empty: ReadonlySet<string> = new Set(['no-such-host', 'server-failed']);

const sight: TextSight = ({ all }) => {
  const told = { symptom: 'name-without-address', lines: ['grpc-doctor probe TARGET'] } as const;
  const none = all('no-addresses');
  const inMemory = all('lookup-failed').filter(({ data }) => isListenerInMemory(data.name));
  if (inMemory.length > 0) return toldBy({ ...told, confidence: 'likely', seen: [...inMemory, ...none] });
  if (none.length > 0) return toldBy({ ...told, confidence: 'likely', seen: none });
  const seen = all('lookup-failed').filter(({ data }) => empty.has(data.reason) && !isServiceLookup(data.name));
  return toldBy({ ...told, confidence: 'possible', seen, ask: { key: 'seen-ask' } });
};

export default sight;
