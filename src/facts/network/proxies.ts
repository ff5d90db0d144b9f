import { type Ask, defineFact } from '../../core/fact.ts';
import type { FetchResult } from '../../core/host.ts';
import { known, type Outcome, unknown, valueIfKnown } from '../../core/outcome.ts';
import { isPassing, mayHideFromStrangers } from '../../knowledge/http-status.ts';
import { downloadFailures } from '../../read/modules/download-failures.ts';
import { type ProxyEntry, readGoProxy, saysAbsent } from '../../read/modules/go-proxy.ts';
import { escapeUpper } from '../../read/modules/module-escape.ts';
import { effectiveSettings } from '../go/env.ts';
import { goSettings } from '../go/settings.ts';
import { credentials } from './credentials.ts';
import { downloadLog } from './download-log.ts';
import { answersOfLog } from './log-answers.ts';
import { everybodysModule, type ModuleAt } from './modules-to-fetch.ts';
import { type PartAnswer, type ProxyAnswer, type Question, questions } from './proxy-answers.ts';

/** Asks each proxy of the user for a real module, as a build would. Where packets were not allowed, what a log of the user tells. */
export const proxyAnswers = defineFact<readonly ProxyAnswer[]>('network.proxies', 'machine', async (ask) => {
  if (!ask.options.network) return answersInLog(ask);
  const socks = socksProxy(ask);
  if (socks) return socks;
  const effective = valueIfKnown(await ask.get(effectiveSettings));
  const setting = effective?.get('GOPROXY');
  if (!setting) return unknown('setting-unknown', { name: 'GOPROXY' });
  const entries = readGoProxy(setting);
  const hidden = await hiddenLogin(ask, entries);
  if (hidden) return hidden;
  const secret = effective?.get('GONOPROXY') || effective?.get('GOPRIVATE') || '';
  const module = await everybodysModule(ask, secret);
  // Everything goes around the proxies.
  if (!module) return known([]);
  const answers = await Promise.all(entries.map((entry) => askProxy(ask, entry, module)));
  return (await loginNotShown(ask, answers)) ?? known(answers);
});

async function answersInLog(ask: Ask): Promise<Outcome<readonly ProxyAnswer[]>> {
  const log = await ask.get(downloadLog);
  if (log.kind === 'absent') return unknown('network-not-asked');
  return log.kind === 'known' ? known(answersOfLog(log.value.file, downloadFailures(log.value))) : log;
}

/** The go command speaks to SOCKS proxies, this program does not: nothing that it could ask would tell anything. */
export function socksProxy(ask: Ask): Outcome<never> | undefined {
  const variables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
  const name = variables.find((one) => /^socks5h?:/i.test(ask.host.env(one) ?? ''));
  return name === undefined ? undefined : unknown('socks-proxy', { name });
}

/** A login in a variable of the shell is sent where it belongs; one in the file of `go env -w` is masked before anybody reads it. */
async function hiddenLogin(ask: Ask, entries: readonly ProxyEntry[]): Promise<Outcome<never> | undefined> {
  const own = valueIfKnown(await ask.get(goSettings))?.set.get('GOPROXY');
  const masked = entries.find(({ entry }) => entry.includes('***@'));
  return masked && own?.origin === 'goenv' ? unknown('login-masked', { entry: masked.entry }) : undefined;
}

/** The go command answers 401 with the login of .netrc, or one that GOAUTH gets; neither is looked into here. */
async function loginNotShown(ask: Ask, answers: readonly ProxyAnswer[]): Promise<Outcome<never> | undefined> {
  const ways = valueIfKnown(await ask.get(credentials));
  const asksForLogin = answers.find(({ entry, status }) => {
    const host = /^https:\/\/(?:[^/@]*@)?([^/:]+)/.exec(entry)?.[1];
    const known = ways?.netrc.forAll || ways?.variables.includes('GOAUTH') || ways?.netrc.hosts.includes(host ?? '');
    return host !== undefined && known && mayHideFromStrangers(status);
  });
  return asksForLogin && unknown('login-not-shown', { entry: asksForLogin.entry, status: asksForLogin.status ?? 0 });
}

/** The proxies of GOPROXY that can be asked, in order, without a slash at the end. */
export function proxyUrls(setting: string): string[] {
  return readGoProxy(setting).flatMap(({ kind, url }) => (kind === 'http' && url ? [url] : []));
}

async function askProxy(
  ask: Ask,
  { entry, kind, url = '', separator }: ProxyEntry,
  module: ModuleAt,
): Promise<ProxyAnswer> {
  const place = { entry, separator, asked: `${module.path}@${module.version}` };
  if (kind === 'direct' || kind === 'off') return { ...place, answer: kind };
  if (kind === 'invalid') return { ...place, answer: 'failed', message: refusal(entry) };
  const one = (question: Question): Promise<PartAnswer> | PartAnswer => {
    const address = `${url}/${escapeUpper(module.path)}/@v/${fileOf(question, escapeUpper(module.version))}`;
    return kind === 'file' ? lookAt(ask, address) : fetchPart(ask, address, question);
  };
  const [mod, zip, info, list] = await Promise.all([one('mod'), one('zip'), one('info'), one('list')]);
  const parts = { mod, zip, info, list };
  const worst = questions.map((question) => parts[question]).find(({ answer }) => answer !== 'serves');
  return { ...place, ...(worst ?? mod), parts };
}

/** What the go command says to what is no address. */
function refusal(entry: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:\//i.test(entry) ? ' scheme (must be https, http, file)' : ' missing scheme';
  return `invalid proxy URL${scheme}: ${entry}`;
}

function fileOf(question: Question, version: string): string {
  return question === 'list' ? 'list' : `${version}.${question}`;
}

/** A folder as proxy: what is not there counts as 404. */
export function lookAt(ask: Ask, address: string): PartAnswer {
  const path = address.slice('file://'.length).replace(/(?:%[0-9A-Fa-f]{2})+/g, decodeUtf8);
  const local = ask.host.platform.os === 'windows' ? path.replace(/^\/(?=[A-Za-z]:)/, '').replaceAll('/', '\\') : path;
  return ask.host.stat(local) ? { answer: 'serves' } : { answer: 'not-found', message: 'no such file' };
}

function decodeUtf8(escapes: string): string {
  return Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8');
}

/**
 * The first bytes of a zip tell that it is one. It is a GET all the same: storage behind a proxy is reached by addresses that are
 * signed for GET, and answers 403 to HEAD.
 */
async function fetchPart(ask: Ask, address: string, question: Question): Promise<PartAnswer> {
  const options = { timeoutMs: ask.options.timeoutMs, ...(question === 'zip' && { enough: zipMark.length }) };
  const first = await ask.host.fetch(address, options);
  // A limit on requests, or a server that was being replaced: go does not ask twice either, but it asks at another time.
  const again = first.kind === 'answered' && isPassing(first.status);
  return classify(again ? await ask.host.fetch(address, options) : first, question);
}

const zipMark = 'PK';
const shape: Readonly<Record<Question, RegExp>> = {
  mod: /^\s*(?:\/\/|module\b)/m,
  zip: new RegExp(`^${zipMark}`),
  info: /^\s*\{/m,
  list: /^/,
};

function classify(result: FetchResult, question: Question): PartAnswer {
  const page = result.kind === 'answered' && /^\s*</.test(result.body);
  // By what it holds: a file server may call anything HTML.
  if (result.kind !== 'answered' || result.status !== 200 || page || !shape[question].test(result.body)) {
    return problemOf(result, question);
  }
  return { answer: 'serves', status: 200 };
}

/** What was wrong with an answer that does not hold what was asked for. */
export function problemOf(result: FetchResult, question: string): PartAnswer {
  const via = result.via ? { via: result.via } : {};
  if (result.kind !== 'answered') return { answer: result.kind, message: result.message, ...via };
  const { status, body, contentType } = result;
  if (saysAbsent(status)) return { answer: 'not-found', status, ...via };
  if (status !== 200) return { answer: 'status', status, ...via };
  const html = contentType.includes('html') || /^\s*</.test(body);
  return html ? { answer: 'html', status, ...via } : { answer: 'failed', message: `no ${question} file`, ...via };
}
