import type { Claim, Evidence, FixPlan } from '../core/claim.ts';
import type { Text } from '../core/outcome.ts';
import type { Subject } from '../core/subject.ts';
import type { Symptom } from '../core/symptom.ts';
import type { GoSettings, Setting } from '../facts/go/settings.ts';
import type { DeadEnd } from '../facts/network/dead-end.ts';
import type { PartAnswer, ProxyAnswer } from '../facts/network/proxy-answers.ts';
import { escapeUpper } from '../read/modules/module-escape.ts';
import { setSetting, settingPlace, unsetSetting } from './plans.ts';

/** What all traps about module proxies know. */
export interface ProxyFacts {
  readonly answers?: readonly ProxyAnswer[] | undefined;
  /** Modules that the go command would have to fetch now. */
  readonly missing?: readonly string[] | undefined;
  readonly settings?: GoSettings | undefined;
}

/** What a trap itself says of a proxy that does not serve. Its sentences may use {entry}, {file}, {answer}, {via}, {missing}, {count}. */
export interface ProxyWords {
  readonly title: string;
  readonly bites: string;
  readonly causes: readonly Symptom[];
  /** No separator makes the go command go on. */
  readonly final?: boolean;
  /** The entry is better left out than passed by: each request would wait for it. */
  readonly drop?: boolean;
  /** Its own first ways out. */
  readonly fixes?: readonly FixPlan[];
}

/** What one answer was, as it is quoted. */
export function answerText({ answer, status, message, via }: PartAnswer): string {
  const text = answer === 'serves' ? 'ok' : status ? `HTTP ${status}` : (message ?? answer);
  return via ? `${text} (via ${via})` : text;
}

/** The claim that the search for modules ends at an entry of GOPROXY. An error where something is to be fetched now. */
export function proxyClaim(subject: Subject, facts: ProxyFacts, dead: DeadEnd, words: ProxyWords): Claim {
  const { answers = [], missing = [], settings } = facts;
  const { entry, part, question, behind } = dead;
  const setting = settings?.set.get('GOPROXY');
  const data = {
    entry: entry.entry,
    file: fileOf(dead),
    answer: part.status ? `HTTP ${part.status}` : (part.message ?? part.answer),
    via: part.via ?? '',
    // The module that was asked for, so that one message speaks of one module.
    missing: entry.asked,
    count: missing.length,
    behind: behind.join(', '),
  };
  const needed = question === 'mod' || question === 'zip';
  const own = { key: words.bites, data };
  return {
    subject,
    severity: missing.length === 0 ? 'info' : needed ? 'error' : 'warning',
    confidence: 'proven',
    title: { key: words.title, data },
    why: { key: `common.proxy-${whyOf(dead, words)}`, data },
    bites: bitesOf(dead, missing.length, own),
    location: setting ? settingPlace(setting) : { env: 'GOPROXY' },
    evidence: answers.flatMap((one) => one.read ?? [evidenceOf(one, setting?.source)]),
    causes: words.causes,
    fixes: [...(words.fixes ?? []), ...waysOut(answers, dead, setting, words.final === true || words.drop === true)],
    verify: { argv: ['go', 'mod', 'download'], expect: { key: 'common.build-passes' } },
  };
}

function whyOf({ entry, behind }: DeadEnd, { final }: ProxyWords): string {
  if (entry.read) return 'log';
  if (behind.length === 0) return 'last';
  return final ? 'final' : 'comma';
}

/** The file that was asked for, as it stands in addresses. */
function fileOf({ entry, question }: DeadEnd): string {
  const [path = '', version = ''] = entry.asked.split('@');
  return `${escapeUpper(path)}/@v/${question === 'list' ? 'list' : `${escapeUpper(version)}.${question}`}`;
}

function bitesOf({ question }: DeadEnd, missing: number, own: Text): Text {
  if (question === 'info' || question === 'list') return { key: `common.proxy-${question}` };
  return missing === 0 ? { key: 'common.proxy-cached' } : own;
}

function evidenceOf(one: ProxyAnswer, source = 'GOPROXY'): Evidence {
  if (one.answer === 'direct' || one.answer === 'off') return { source, text: one.entry };
  const parts = Object.entries(one.parts ?? {}).map(([name, part]) => `${name} ${answerText(part)}`);
  const same = new Set(parts.map((part) => part.slice(part.indexOf(' ')))).size <= 1;
  return { source, text: `${one.entry}: ${same ? answerText(one) : parts.join(', ')}` };
}

function waysOut(
  answers: readonly ProxyAnswer[],
  dead: DeadEnd,
  setting: Setting | undefined,
  drop: boolean,
): FixPlan[] {
  const { entry, behind } = dead;
  const data = { entry: entry.entry, behind: behind.join(', ') };
  const better = answers
    .filter((one) => one !== entry || !drop)
    .map((one, at, all) => one.entry + (one === entry ? '|' : at < all.length - 1 ? one.separator : ''))
    .join('');
  const title = { key: `common.proxy-${drop ? 'drop' : 'pipe'}`, data };
  // A login that is masked here cannot be written.
  const rewrite = behind.length > 0 && !better.includes('***') ? [setProxy(setting, better, title)] : [];
  const ask: FixPlan = {
    kind: 'text',
    safety: 'manual',
    title: { key: 'common.proxy-ask' },
    lines: [
      { shell: 'sh', line: `curl -sS -m 10 -o /dev/null -w '%{http_code} %{content_type}\\n' ${addressOf(dead)}` },
    ],
  };
  return [
    ...rewrite,
    ...(setting ? [unsetSetting(setting)] : []),
    { kind: 'text', safety: 'manual', title: { key: 'common.proxy-other' } },
    ...(/^https?:/.test(entry.entry) ? [ask] : []),
  ];
}

function addressOf(dead: DeadEnd): string {
  return `${dead.entry.entry.replace(/\/$/, '')}/${fileOf(dead)}`;
}

/** Writes GOPROXY, or says how where a variable of the shell would win over what is written. */
export function setProxy(setting: Setting | undefined, value: string, title: Text): FixPlan {
  return setSetting('GOPROXY', value, setting?.origin, title);
}
