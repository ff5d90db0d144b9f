import type { Transcript } from '../../core/host.ts';
import { maskTold } from '../mask.ts';
import { clock, type Line, since } from './line.ts';
import { userAgent } from './user-agent.ts';

const maxHead = 16 * 1024;
const toldHead = 2048;
/** How an answer begins; of something else there is no end to wait for. */
const greeting = Buffer.from('HTTP/1.');

/** Asks an HTTP proxy to CONNECT, as grpc-go does, but for a login: that is never sent. True: the way is open. */
export async function openTunnel(
  line: Line,
  authority: string,
  timeoutMs: number,
): Promise<{ open: boolean; proxy: NonNullable<Transcript['proxy']> }> {
  const start = clock();
  let head = Buffer.alloc(0);
  const waited = await line.wait<void>(timeoutMs, (done) => {
    const read = (): void => {
      for (let chunk = line.tap.read() as Buffer | null; chunk; chunk = line.tap.read() as Buffer | null) {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        const spoken = head.subarray(0, greeting.length).equals(greeting.subarray(0, head.length));
        if (end < 0 && head.length < maxHead && spoken) continue;
        line.tap.off('readable', read);
        const rest = end < 0 ? Buffer.alloc(0) : head.subarray(end + 4);
        head = head.subarray(0, end < 0 ? maxHead : end + 4);
        // What came behind it is the peer's.
        if (rest.length > 0) line.tap.unshift(rest);
        line.keepAnew(rest);
        done();
        return;
      }
    };
    line.tap.on('readable', read);
    line.tap.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\nUser-Agent: ${userAgent}\r\n\r\n`);
  });
  line.tap.removeAllListeners('readable');
  if (waited.kind === 'timeout') line.finish('timeout');
  else if (waited.kind === 'done' && !head.includes('\r\n\r\n'))
    line.finish(head.length < maxHead ? 'protocol-error' : 'too-much');
  const text = head.toString('latin1');
  const status = /^HTTP\/1\.[01] (\d{3})(?: |\r\n)/.exec(text)?.[1];
  if (waited.kind === 'done' && status === undefined) line.finish('protocol-error');
  const told = maskTold(text.slice(0, toldHead));
  return {
    open: waited.kind === 'done' && status === '200' && text.endsWith('\r\n\r\n'),
    proxy: { ...(status && { status: Number(status) }), head: told, ms: since(start) },
  };
}
