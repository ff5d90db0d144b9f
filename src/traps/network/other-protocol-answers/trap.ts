import type { Claim } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { protocolOf } from '../../../knowledge/peers.ts';
import { allSpoken, firstText, placeOf, shownBytes, speaksTls, throughProxy } from '../../../wire/heard.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import type { Spoken, Wire } from '../../../wire/wire.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Who answers speaks no HTTP: another service has this port, or a peer that keeps to no protocol. */
const trap: Trap = defineTrap({
  id: 'other-protocol-answers',
  group: 'network',
  subject: 'endpoint',
  needs: { wire, prediction },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject, options }) => {
    const seen = facts.wire;
    const words = seen && !throughProxy(seen) ? (hostile(seen) ?? other(seen)) : undefined;
    if (!seen || !words) return [];
    return [
      {
        ...aboutEndpoint(subject, options, facts.prediction),
        severity: 'error',
        confidence: 'proven',
        ...words,
        causes: [{ kind: 'other-protocol-answers', about: [seen.target.text] }],
      },
    ];
  },
});

type Words = Pick<Claim, 'title' | 'why' | 'evidence' | 'fixes'>;

function hostile(seen: Wire): Words | undefined {
  const spoken = allSpoken(seen).find(({ answer }) => answer === 'hostile');
  if (!spoken) return undefined;
  const { transcript } = spoken;
  const said = transcript.end.code ?? transcript.tls?.failure ?? transcript.end.by;
  return {
    title: { key: 'title-hostile', data: { place: placeOf(seen) } },
    why: { key: 'why-hostile' },
    evidence: [{ source: placeOf(seen), text: `${said}, ${transcript.bytesReceived} B` }],
    fixes: [{ kind: 'text', safety: 'manual', title: { key: 'fix-hostile' } }],
  };
}

function other(seen: Wire): Words | undefined {
  const spoken = speaksTls(seen) ? insideTls(seen) : inPlaintext(seen);
  if (!spoken) return undefined;
  const first = firstText(spoken);
  const protocol = protocolOf(first);
  const data = { place: placeOf(seen), ...(protocol && { protocol }) };
  const key = protocol ? (spoken.transcript.tls ? 'title-tls' : 'title') : 'title-unknown';
  return {
    title: { key, data },
    why: { key: protocol ? 'why' : 'why-unknown' },
    evidence: [{ source: placeOf(seen), text: shownBytes(first) }],
    fixes: [{ kind: 'text', safety: 'manual', title: { key: 'fix' } }],
  };
}

function inPlaintext({ plaintext, tls }: Wire): Spoken | undefined {
  if (plaintext) return plaintext.answer === 'other' ? plaintext : undefined;
  return tls?.answer === 'other' ? tls : undefined;
}

function insideTls({ tls }: Wire): Spoken | undefined {
  return tls?.answer === 'other' && tls.transcript.tls?.done ? tls : undefined;
}

export default trap;
