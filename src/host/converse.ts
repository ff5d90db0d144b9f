import type { Duplex } from 'node:stream';
import type { Conversation, TlsTranscript, Transcript } from '../core/host.ts';
import { dial, Line } from './wire/line.ts';
import type { Handshake } from './wire/secure.ts';

/** Opens one connection, says what it takes to ask, and tells what came. Never throws; nothing is left of it afterwards. */
export async function converse(conversation: Conversation, heard?: () => void): Promise<Transcript> {
  const { address, through, timeoutMs } = conversation;
  const { connect, socket } = await dial(through?.address ?? address, timeoutMs);
  if (!socket) {
    const { kind, code } = connect;
    const end = kind === 'connected' ? ({ by: 'reset', ms: 0, ...(code && { code }) } as const) : noConnection;
    return { connect, calls: [], end, bytesReceived: 0 };
  }
  const line = new Line(socket, heard);
  const told: Told = {};
  try {
    await talk(line, conversation, told);
  } catch (error) {
    // A library that throws at what a stranger sends.
    line.finish('failed', (error as { code?: string }).code);
  }
  await line.close();
  const { tls: handshake, ...rest } = told;
  const tls = handshake?.transcript();
  return {
    connect,
    calls: [],
    ...rest,
    ...(tls && { tls }),
    end: endOf(line, tls),
    bytesReceived: line.bytesReceived,
  };
}

const noConnection = { by: 'failed', ms: 0 } as const;

/** What was learnt until now. */
type Told = { -readonly [Key in 'proxy' | 'first' | 'http2' | 'calls' | 'times']?: Transcript[Key] } & {
  tls?: Handshake;
};

async function talk(line: Line, conversation: Conversation, told: Told): Promise<void> {
  const { through, tls: offer, timeoutMs } = conversation;
  if (through) {
    const { openTunnel } = await import('./wire/tunnel.ts');
    const { open, proxy } = await openTunnel(line, through.authority, timeoutMs);
    told.proxy = proxy;
    if (!open) return;
  }
  let stream: Duplex = line.tap;
  if (offer) {
    const { secure } = await import('./wire/secure.ts');
    const { tls, socket } = await secure(line, offer, timeoutMs);
    told.tls = tls;
    if (!socket) return;
    stream = socket;
  } else line.keepNothing();
  const { Session } = await import('./wire/session.ts');
  const session = new Session(line, stream, conversation);
  try {
    if (told.tls?.asksForCertificate) await session.listen(told.tls.ms);
    if (await session.open(timeoutMs)) {
      Object.assign(told, await session.ask(conversation));
      if (conversation.holdMs) await session.hold(conversation.holdMs);
    }
  } finally {
    await session.close();
    Object.assign(told, session.transcript());
  }
}

/** An alert says more than the end of the connection that follows it. */
function endOf(line: Line, tls: TlsTranscript | undefined): Transcript['end'] {
  const end = line.end ?? { by: 'failed', ms: line.ms };
  return tls?.alert !== undefined && end.by !== 'we-closed' ? { by: 'alert', ms: end.ms } : end;
}
