import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Symptom } from '../../../core/symptom.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { allSpoken, callsOf, foremost, placeOf, throughProxy } from '../../../wire/heard.ts';
import { wire } from '../../../wire/ladder.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import type { Spoken, Wire } from '../../../wire/wire.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Packets go out, and nothing comes back: no connection, or a connection on which nobody speaks. */
const trap: Trap = defineTrap({
  id: 'server-silent',
  group: 'network',
  subject: 'endpoint',
  needs: { wire, prediction },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject, options }) => {
    const seen = facts.wire;
    const words = seen && !throughProxy(seen) ? wordsFor(seen, (options.probe?.stepMs ?? 0) / 1000) : undefined;
    if (!seen || !words) return [];
    return [
      {
        ...aboutEndpoint(subject, options, facts.prediction),
        confidence: 'proven',
        ...words,
      },
    ];
  },
});

type Words = Pick<Claim, 'severity' | 'title' | 'why' | 'evidence' | 'causes' | 'fixes'>;

function wordsFor(seen: Wire, seconds: number): Words | undefined {
  const first = foremost(seen);
  if (!first) return undefined;
  const { connect } = first.transcript;
  const place = placeOf(seen);
  const data = { place, seconds };
  const evidence = [{ source: place, text: connect.code ?? connect.kind }];
  if (connect.kind === 'timeout') {
    return {
      severity: 'error',
      title: { key: 'title-dropped', data },
      why: { key: 'why-dropped' },
      evidence,
      causes: [{ kind: 'address-not-reachable', about: [seen.target.text] }],
      fixes: [plan('fix-dropped'), trace(place)],
    };
  }
  if (connect.kind === 'unreachable') {
    return {
      severity: 'error',
      title: { key: 'title-no-way', data: { place, code: connect.code ?? '' } },
      why: { key: 'why-no-way' },
      evidence,
      causes: [{ kind: 'address-not-reachable', about: [seen.target.text] }],
      fixes: [plan('fix-no-way'), trace(place)],
    };
  }
  return silent(seen, data);
}

function silent(seen: Wire, data: { place: string; seconds: number }): Words | undefined {
  const causes: readonly Symptom[] = [{ kind: 'server-silent', about: [seen.target.text] }];
  const all = allSpoken(seen).filter(({ transcript }) => transcript.connect.kind === 'connected');
  const fixes = [plan('fix-process'), plan('fix-path')];
  const heard = all.map(quoted(data.place));
  if (all.length > 0 && all.every(saidNothing)) {
    return { severity: 'error', title: { key: 'title', data }, why: { key: 'why' }, evidence: heard, causes, fixes };
  }
  if (seen.tls && beganTls(seen.tls) && seen.plaintext?.answer !== 'http2') {
    const title = { key: 'title-half', data };
    return { severity: 'error', title, why: { key: 'why-half' }, evidence: heard, causes, fixes };
  }
  if (seen.tls?.answer === 'silent' && seen.tls.transcript.tls?.done) {
    const title = { key: 'title-tls', data };
    return { severity: 'error', title, why: { key: 'why-tls' }, evidence: heard, causes, fixes };
  }
  const calls = callsOf(seen).filter(({ kind }) => kind === 'timeout');
  if (calls.length === 0 || calls.length < callsOf(seen).filter(({ kind }) => kind !== 'not-sent').length)
    return undefined;
  return {
    severity: 'error',
    title: { key: 'title-calls', data },
    why: { key: 'why-calls' },
    evidence: calls.map(({ path, ms }) => ({ source: path, text: `timeout, ${Math.round(ms)} ms` })),
    causes,
    fixes: [plan('fix-calls')],
  };
}

function saidNothing({ answer, transcript }: Spoken): boolean {
  return answer === 'silent' && transcript.bytesReceived === 0;
}

/** Bytes of a handshake came, and then no more. */
function beganTls({ transcript: { tls, end, bytesReceived } }: Spoken): boolean {
  if (!tls || tls.done || tls.instead !== undefined || tls.alert !== undefined) return false;
  return end.by === 'timeout' && bytesReceived > 0;
}

function quoted(place: string) {
  return ({ transcript: { tls, bytesReceived, end } }: Spoken) => ({
    source: place,
    text: `${tls ? 'TLS' : 'plaintext'}: ${bytesReceived} B, ${end.by} ${Math.round(end.ms)} ms`,
  });
}

function plan(key: 'fix-dropped' | 'fix-no-way' | 'fix-process' | 'fix-path' | 'fix-calls'): FixPlan {
  return { kind: 'text', safety: 'manual', title: { key } };
}

/** Where on the way the packets end. */
function trace(place: string): FixPlan {
  const [, host = '', port = ''] = /^\[?([^\]]*?)\]?:(\d+)$/.exec(place) ?? [];
  return {
    kind: 'text',
    safety: 'manual',
    title: { key: 'fix-trace' },
    lines: [
      { shell: 'Linux', line: `sudo traceroute -T -p ${port} ${host}` },
      { shell: 'Windows', line: `Test-NetConnection ${host} -Port ${port}` },
    ],
  };
}

export default trap;
