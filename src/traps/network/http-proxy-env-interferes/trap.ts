import type { Claim, Evidence, FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { aboutEndpoint } from '../../../fix/endpoint-claims.ts';
import { foremost, shownBytes } from '../../../wire/heard.ts';
import { wire } from '../../../wire/ladder.ts';
import { textFix } from '../../../wire/name/claim-parts.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import type { Wire } from '../../../wire/wire.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The environment names an HTTP proxy, grpc-go goes through it, and it does not open the way. */
const trap: Trap = defineTrap({
  id: 'http-proxy-env-interferes',
  group: 'network',
  subject: 'endpoint',
  needs: { wire, prediction },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject, options }) => {
    const seen = facts.wire;
    const proxy = seen?.httpProxy?.proxy;
    const words = seen && wordsFor(seen);
    if (!seen || !proxy || !words) return [];
    const isOpenWithout = seen.direct !== undefined && !['unreachable', 'silent'].includes(seen.direct.answer);
    const name = seen.target.host ?? seen.target.endpoint;
    return [
      {
        ...aboutEndpoint(subject, options, facts.prediction),
        severity: 'error',
        confidence: 'proven',
        ...words,
        why: { key: isOpenWithout ? 'why-direct' : 'why', data: { variable: proxy.variable } },
        ...refusalOf(seen),
        evidence: [{ source: `$${proxy.variable}`, text: proxy.address }, ...answerOf(seen)],
        causes: [{ kind: 'http-proxy-in-the-way', about: [seen.target.text] }],
        fixes: [...(isOpenWithout ? [pastFix(name), optionFix] : [pastFix(name), allowFix(seen), optionFix])],
      },
    ];
  },
});

/** What became of the way to the proxy, and through it; undefined where it is open, or there is none. */
function wordsFor(seen: Wire): Pick<Claim, 'title'> | undefined {
  const { httpProxy, target } = seen;
  if (!httpProxy) return undefined;
  const { address: proxy, variable, scheme } = httpProxy.proxy;
  const data = { proxy, variable, name: target.host ?? target.endpoint, scheme };
  if (httpProxy.resolution.addresses.length === 0) return { title: { key: 'title-lost', data } };
  const spoken = foremost(seen);
  if (spoken?.answer !== 'unreachable') return undefined;
  const { connect, proxy: said } = spoken.transcript;
  if (connect.kind !== 'connected') return { title: { key: 'title-unreachable', data } };
  const status = said?.status;
  if (status !== undefined) return { title: { key: 'title-refused', data: { ...data, status } } };
  return { title: scheme === 'http' ? { key: 'title-silent', data } : { key: 'title-scheme', data } };
}

/** The client tells the whole answer of the proxy, with all that follows its first line. */
function refusalOf(seen: Wire): Pick<Claim, 'bites'> | undefined {
  const said = foremost(seen)?.transcript.proxy;
  const line = said?.status === undefined ? undefined : shownBytes(said.head);
  return line === undefined ? undefined : { bites: { key: 'bites-refused', data: { line } } };
}

/** The first line that the proxy said, or how the connection to it ended. */
function answerOf(seen: Wire): Evidence[] {
  const transcript = foremost(seen)?.transcript;
  const source = seen.httpProxy?.proxy.address ?? '';
  if (!transcript) return [];
  const head = shownBytes(transcript.proxy?.head ?? '');
  const text = head || transcript.connect.code || transcript.end.by;
  return [{ source, text }];
}

function pastFix(name: string): FixPlan {
  return textFix({ key: 'fix-past', data: { name } }, [
    { shell: 'sh', line: `export NO_PROXY="\${NO_PROXY:+$NO_PROXY,}${name}"` },
    { shell: 'PowerShell', line: `$env:NO_PROXY = (@($env:NO_PROXY, '${name}') -ne '') -join ','` },
    { shell: 'Dockerfile', line: `ENV NO_PROXY=${name}` },
  ]);
}

function allowFix({ target }: Wire): FixPlan {
  return textFix({ key: 'fix-allow', data: { place: target.endpoint } });
}

const optionFix: FixPlan = textFix({ key: 'fix-option' }, [{ shell: 'Go', line: 'grpc.WithNoProxy()' }]);

export default trap;
