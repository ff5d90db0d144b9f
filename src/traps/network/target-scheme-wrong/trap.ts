import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineSight, defineTrap, type Sight, type Trap } from '../../../core/trap.ts';
import { tlsCode } from '../../../facts/source/tls-code.ts';
import { aboutName } from '../../../fix/endpoint-claims.ts';
import { grpcModule } from '../../../knowledge/names.ts';
import { newestRelease } from '../../../knowledge/questions.ts';
import { urlPort } from '../../../knowledge/target-schemes.ts';
import type { Dial } from '../../../read/go/tls/endpoints.ts';
import { joinHostPort } from '../../../read/net/host-port.ts';
import { readIp } from '../../../read/net/ip-address.ts';
import { wire } from '../../../wire/ladder.ts';
import { textFix } from '../../../wire/name/claim-parts.ts';
import { readTarget, type Target } from '../../../wire/target.ts';
import type { Wire } from '../../../wire/wire.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A target that grpc-go does not read as it was meant: a URL, a scheme without its resolver, a slash too few, a list. */
const trap: Trap = defineTrap({
  id: 'target-scheme-wrong',
  group: 'network',
  messages: { en, 'zh-CN': zh },
  sights: [onTheWire(), inCode()],
});

/** The target that is probed. */
function onTheWire(): Sight {
  return defineSight({
    subject: 'endpoint',
    needs: { wire },
    judge: ({ facts, subject, options }) => {
      const seen = facts.wire;
      const words = seen && wordsFor(seen);
      if (!seen || !words) return [];
      const { target } = seen;
      const { better, ...said } = words;
      return [
        {
          ...aboutName(subject, options, seen, better === undefined ? {} : { target: better }),
          severity: 'error',
          confidence: 'proven',
          ...said,
          evidence: [
            { source: target.text, text: `${target.scheme}: ${target.endpoint === '' ? '""' : target.endpoint}` },
            ...(target.nameServer === undefined
              ? []
              : [{ source: target.text, text: `name server: ${target.nameServer}` }]),
          ],
          causes: [{ kind: 'target-refused', about: [target.text] }],
        },
      ];
    },
  });
}

/** A constant in the code of the project: only what no dialer or resolver of the program's own may read. */
function inCode(): Sight {
  return defineSight({
    subject: 'project',
    needs: { code: tlsCode },
    judge: ({ facts: { code = [] }, subject }) =>
      code.flatMap(({ path, dials }) => dials.flatMap((dial) => claimOf(subject, path, dial))),
  });
}

function claimOf(subject: Subject, path: string, dial: Dial): Claim[] {
  const { line, column, text, mark, target: written, ownWay } = dial;
  if (written === undefined || ownWay) return [];
  const target = readTarget(written, {
    by: dial.function.startsWith('Dial') ? 'Dial' : 'NewClient',
    grpcVersion: newest,
  });
  const words = wordsOfCode(target);
  if (!words) return [];
  const { better: _, ...said } = words;
  return [
    {
      subject,
      severity: 'error',
      confidence: 'proven',
      ...said,
      location: { file: path, line, column },
      frame: { text, mark },
      evidence: [{ source: path, line, text: text.trim() }],
      causes: [{ kind: 'target-refused', about: [`${path} ${written}`] }],
      verify: { argv: ['grpc-doctor', 'check'], expect: { key: 'common.check-again' } },
      about: `${mark} ${written}`,
    },
  ];
}

const newest = (newestRelease(grpcModule) ?? '').replace(/^v/, '');

/** Only URLs and a slash too few: whatever else a constant holds may be meant for a test, or is none of the usual mistakes. */
function wordsOfCode(target: Target): Words | undefined {
  const { unknownScheme } = target;
  if (unknownScheme !== undefined) {
    return urlPort(unknownScheme) === undefined ? undefined : ofScheme(target, unknownScheme);
  }
  const authority = authorityOf(target);
  return authority === undefined ? undefined : ofSlashes(target, authority);
}

type Words = Pick<Claim, 'title' | 'why' | 'fixes'> &
  Partial<Pick<Claim, 'severity' | 'confidence'>> & {
    /** The target as it was meant. */
    readonly better?: string;
  };

function wordsFor({ target, resolution }: Wire): Words | undefined {
  const { unknownScheme } = target;
  if (unknownScheme !== undefined) return ofScheme(target, unknownScheme);
  if (resolution.kind !== 'target-refused') return undefined;
  const authority = authorityOf(target);
  if (authority !== undefined) return ofSlashes(target, authority);
  if (target.scheme.startsWith('unix') && target.refusedBy === 'resolver') return ofSocket(target);
  return ofEndpoint(target);
}

/** `http://svc:50051`: nobody has such a resolver. `xds:///svc`: a program may have one, which this probe has not. */
function ofScheme(target: Target, scheme: string): Words {
  const data = { scheme };
  const port = urlPort(scheme);
  if (port === undefined) {
    return {
      severity: 'warning',
      confidence: 'possible',
      title: { key: 'title-resolver', data },
      why: { key: 'why-resolver', data },
      fixes: [textFix({ key: 'fix-resolver', data })],
    };
  }
  const better = plain(target, port);
  return {
    title: { key: 'title-url', data },
    why: { key: 'why-url', data },
    better,
    fixes: [written(better), tlsFix],
  };
}

const tlsFix: FixPlan = textFix({ key: 'fix-tls' });

/** What stands where a target should, behind two slashes. */
function authorityOf({ endpoint, text }: Target): string | undefined {
  return endpoint === '' ? /^[a-z]+:\/\/([^/]+)\/?$/i.exec(text)?.[1] : undefined;
}

/** `dns://svc:50051`: what stands behind two slashes is not the target. */
function ofSlashes({ scheme }: Target, server: string): Words {
  const data = { scheme, server };
  const better = `${scheme}:///${server}`;
  return {
    title: { key: 'title-slashes', data },
    why: { key: 'why-slashes' },
    better,
    fixes: [written(better)],
  };
}

/** `unix://run/x.sock`: the first folder was taken for a host. */
function ofSocket({ text, scheme }: Target): Words {
  const path = text.slice(scheme.length + '://'.length);
  const better = `${scheme}:///${path}`;
  return {
    title: { key: 'title-socket' },
    why: { key: 'why-socket' },
    better,
    fixes: [written(better), written(`${scheme}:${path}`)],
  };
}

/** Host and port are not as the resolver wants them. */
function ofEndpoint(target: Target): Words {
  const { endpoint, text } = target;
  const kind = kindOf(target);
  const betters: Partial<Record<Kind, string>> = {
    list: endpoint.split(',')[0] ?? '',
    brackets: bracketed(endpoint),
    path: endpoint.split('/')[0] ?? '',
  };
  const better = betters[kind];
  return {
    title: { key: `title-${kind}`, data: { text } },
    why: { key: `why-${kind}` },
    ...(better !== undefined && { better }),
    fixes: [...(better === undefined ? [] : [written(better)]), textFix({ key: 'fix-form' })],
  };
}

type Kind = 'list' | 'brackets' | 'path' | 'escape' | 'no-port' | 'port' | 'other';

function kindOf({ endpoint, refusedBy, portRefusal, refusal = '' }: Target): Kind {
  if (refusedBy === 'parser') return 'escape';
  if (endpoint.includes(',')) return 'list';
  if (/^[0-9a-fA-F:.]+$/.test(endpoint) && endpoint.split(':').length > 3) return 'brackets';
  if (/^[^/]*:\d+\//.test(endpoint)) return 'path';
  if (/missing (?:port|address)/.test(refusal)) return 'no-port';
  return portRefusal !== undefined || /port/.test(refusal) ? 'port' : 'other';
}

/** `::1:50051`: the last part is taken for the port where what is left is an address. */
function bracketed(endpoint: string): string {
  const colon = endpoint.lastIndexOf(':');
  const host = endpoint.slice(0, colon);
  return readIp(host) ? joinHostPort(host, endpoint.slice(colon + 1)) : `[${endpoint}]:443`;
}

/** Host and port of a URL, with the port of its scheme where none is written. */
function plain({ text }: Target, port: number): string {
  const authority = text.replace(/^[^:]*:\/\/+/, '').split(/[/?#]/, 1)[0] ?? '';
  const place = authority.slice(authority.lastIndexOf('@') + 1);
  return /:\d+$/.test(place) ? place : `${place}:${port}`;
}

function written(target: string): FixPlan {
  return textFix({ key: 'fix-write', data: { target } });
}

export default trap;
