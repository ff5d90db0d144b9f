import type { Claim, FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { aboutName } from '../../../fix/endpoint-claims.ts';
import { wire } from '../../../wire/ladder.ts';
import { questionsAsEvidence, textFix } from '../../../wire/name/claim-parts.ts';
import type { Resolution } from '../../../wire/name/resolution.ts';
import type { Wire } from '../../../wire/wire.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Name servers that do not answer, or cannot: a Go client waits for each of them. */
const trap: Trap = defineTrap({
  id: 'dns-server-unreachable',
  group: 'network',
  subject: 'endpoint',
  needs: { wire },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject, options }) => {
    const seen = facts.wire;
    const words = seen && wordsFor(seen);
    if (!seen || !words) return [];
    return [
      {
        ...aboutName(subject, options, seen),
        confidence: 'likely',
        ...words,
        evidence: [...questionsAsEvidence(seen.resolution), ...bySystem(seen)],
        causes: [{ kind: 'name-server-silent', about: [seen.target.text] }],
      },
    ];
  },
});

/** The resolver of the system does not say whom it asked. */
function bySystem({ target, resolution }: Wire): Claim['evidence'] {
  return resolution.from === 'system' ? [{ source: 'getaddrinfo', text: target.host ?? target.endpoint }] : [];
}

type Words = Pick<Claim, 'severity' | 'title' | 'why' | 'fixes'> & Partial<Pick<Claim, 'confidence'>>;

function wordsFor({ target, resolution }: Wire): Words | undefined {
  // What was looked up then is no name that anybody meant.
  if (target.unknownScheme !== undefined) return undefined;
  const { kind, deadServers, delayMs = 0 } = resolution;
  const { host: name = target.endpoint } = target;
  const servers = deadServers.join(', ');
  if (kind === 'found' && delayMs > 0) {
    const data = { servers, name, seconds: delayMs / 1000 };
    const why = { key: 'why-slow', data };
    return { severity: 'warning', title: { key: 'title-slow', data }, why, fixes: [askFix(resolution), optionsFix] };
  }
  // The resolver of a system does not say whom it asked.
  if (resolution.from === 'system') {
    if (kind !== 'server-unreachable') return undefined;
    return {
      severity: 'warning',
      title: { key: 'title-system', data: { name } },
      why: { key: 'why-system' },
      fixes: [systemFix],
    };
  }
  if (kind === 'server-unreachable') {
    const refused = resolution.questions.some(({ answer }) => answer === 'unreachable');
    if (refused)
      return { severity: 'error', ...refusedWords(resolution, servers), fixes: [askFix(resolution), localFix] };
    return { severity: 'error', ...silentWords(resolution, servers), fixes: [askFix(resolution), optionsFix] };
  }
  const last = resolution.questions.at(-1)?.answer;
  if (kind !== 'server-failed' || last === 'refused' || last === 'lame') return undefined;
  const server = resolution.questions.at(-1)?.server ?? '';
  const data = { server, name };
  return {
    severity: 'error',
    confidence: 'proven',
    title: { key: 'title-failed', data },
    why: { key: 'why-failed' },
    fixes: [upstreamFix(name)],
  };
}

function refusedWords({ defaultServers }: Resolution, servers: string): Pick<Words, 'title' | 'why' | 'confidence'> {
  return {
    confidence: 'proven',
    title: { key: 'title-refused', data: { servers } },
    why: { key: defaultServers ? 'why-default' : 'why-refused' },
  };
}

/** How long the client waits, and who ends it. */
function silentWords({ worstMs = 0, givesUpMs }: Resolution, servers: string): Pick<Words, 'title' | 'why'> {
  const data = { servers, seconds: worstMs / 1000, limit: (givesUpMs ?? worstMs) / 1000 };
  return {
    title: { key: 'title-silent', data },
    why: { key: givesUpMs === undefined ? 'why-silent' : 'why-silent-limit', data },
  };
}

function askFix({ deadServers }: Resolution): FixPlan {
  return textFix(
    { key: 'fix-ask' },
    deadServers.map((server) => ({ shell: 'Linux', line: digLine(server) })),
  );
}

/** `10.0.0.10:53` as dig wants it. */
function digLine(server: string): string {
  const [, ip = server, port = '53'] = /^\[?([^\]]+?)\]?:(\d+)$/.exec(server) ?? [];
  return `dig @${ip} -p ${port} +tries=1 +time=2 . NS`;
}

const optionsFix: FixPlan = textFix({ key: 'fix-options' }, [
  { shell: 'resolv.conf', line: 'options timeout:1 attempts:2' },
]);
const localFix: FixPlan = textFix({ key: 'fix-local' }, [{ shell: 'Linux', line: 'resolvectl status' }]);
const systemFix: FixPlan = textFix({ key: 'fix-system' }, [
  { shell: 'macOS', line: 'scutil --dns' },
  { shell: 'Windows', line: 'Get-DnsClientServerAddress' },
]);

function upstreamFix(name: string): FixPlan {
  return textFix({ key: 'fix-upstream', data: { name } }, [{ shell: 'Linux', line: `dig ${name}` }]);
}

export default trap;
