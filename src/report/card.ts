import type { FactStore } from '../core/fact.ts';
import { type Outcome, valueIfKnown } from '../core/outcome.ts';
import { machine, project, type Subject, subjectKey } from '../core/subject.ts';
import { bazelRule } from '../facts/generation/bazel.ts';
import { toolNeeds } from '../facts/generation/tools.ts';
import { effectiveSettings, goVersion } from '../facts/go/env.ts';
import { goInstallations } from '../facts/go/installations.ts';
import { goSettings, settingNames } from '../facts/go/settings.ts';
import { platform } from '../facts/machine.ts';
import { type BuildList, buildList, namedModules } from '../facts/modules/build-list.ts';
import { modules } from '../facts/modules/modules.ts';
import { type ModuleSource, sourceOf } from '../facts/modules/source-of.ts';
import { downloadSummary } from '../facts/network/download-log.ts';
import { cLibrary } from '../facts/programs/c-library.ts';
import { toolsOnPath } from '../facts/tools/path.ts';
import { protocVersion } from '../facts/tools/protoc.ts';
import { stripControls } from '../host/mask.ts';
import { programSections } from './card-program.ts';
import type { Page } from './human.ts';
import { cells, pad, wrap } from './layout.ts';
import { placeText } from './place.ts';
import type { CheckReport } from './report.ts';

type Row = readonly [string, string];

/** What the machine and the project look like to the traps, then a line for every check. */
export async function environmentCard(report: CheckReport, store: FactStore, page: Page): Promise<string> {
  const { words } = report;
  const sections: [string, Row[]][] = [
    [words.ui('card.machine'), await machineRows(store)],
    [words.ui('card.go'), await goRows(report, store)],
    [words.ui('card.settings'), await settingRows(report, store)],
    [words.ui('card.tools'), await toolRows(report, store)],
    ...(await moduleSections(report, store)),
    ...(await programSections(report, store)),
    ...(await downloadSection(report, store)),
    [words.ui('card.checks'), checkRows(report)],
    ...suppressedSection(report),
  ];
  return `${sections.map(([title, rows]) => section(title, rows, page)).join('\n')}`;
}

function section(title: string, rows: readonly Row[], { width, style }: Page): string {
  const widest = Math.max(0, ...rows.map(([name]) => cells(stripControls(name))));
  const left = Math.min(34, widest, Math.floor(width * 0.45));
  const hanging = ' '.repeat(left + 4);
  const lines = rows.flatMap(([name, value]) => {
    const told = stripControls(name);
    const values = wrap(stripControls(value), width - hanging.length).map((line) => `${hanging}${line}`);
    // A long name stands above its value.
    if (cells(told) > left) return [...wrap(told, width - 2).map((line) => `  ${line}`), ...values];
    const [first = '', ...rest] = values;
    return [`  ${pad(told, left)}${first.slice(left + 2)}`.trimEnd(), ...rest];
  });
  return [style.strong(stripControls(title)), ...lines, ''].join('\n');
}

async function machineRows(store: FactStore): Promise<Row[]> {
  const value = valueIfKnown(await store.get(platform, machine));
  const library = valueIfKnown(await store.get(cLibrary, machine));
  const libc = [library?.libc, library?.glibc].filter((part) => part !== undefined && part !== 'none');
  return [[value ? `${value.os}/${value.arch}` : '?', libc.join(' ')]];
}

async function goRows({ words }: CheckReport, store: FactStore): Promise<Row[]> {
  const installations = valueIfKnown(await store.get(goInstallations, machine)) ?? [];
  if (installations.length === 0) return [['go', words.ui('card.notFound')]];
  const running = valueIfKnown(await store.get(goVersion, machine));
  return installations.map(({ path, version, root }, index) => {
    const told = index === 0 ? (running ?? version) : version;
    return [path, `${told ?? '?'} · GOROOT ${root ?? '?'} · ${words.ui(index === 0 ? 'card.runs' : 'card.hidden')}`];
  });
}

async function settingRows({ words }: CheckReport, store: FactStore): Promise<Row[]> {
  const settings = valueIfKnown(await store.get(goSettings, machine));
  const effective = valueIfKnown(await store.get(effectiveSettings, machine));
  return settingNames.map((name): Row => {
    const setting = settings?.set.get(name);
    const origin = setting ? `${setting.source}${setting.line ? `:${setting.line}` : ''}` : words.ui('card.default');
    return [name, words.ui('punctuation.aside', { line: effective?.get(name) || '-', text: origin })];
  });
}

async function toolRows({ words }: CheckReport, store: FactStore): Promise<Row[]> {
  const found = (valueIfKnown(await store.get(toolsOnPath, machine)) ?? []).filter(({ name }) => name !== 'go');
  const protoc = valueIfKnown(await store.get(protocVersion, machine));
  const rows = found.map(({ name, path, build, format }): Row => {
    const version = name === 'protoc' ? protoc : build?.main?.version;
    return [name, [version, `${format.os ?? format.kind}/${format.arch ?? '?'}`, path].filter(Boolean).join(' · ')];
  });
  const names = new Set(found.map(({ name }) => name));
  const needs = valueIfKnown(await store.get(toolNeeds, project)) ?? [];
  const missing = needs
    .filter(({ name }) => !names.has(name))
    .map(({ name }): Row => [name, words.ui('card.notFound')]);
  const bazel = valueIfKnown(await store.get(bazelRule, project));
  const place = bazel && `${bazel.file}:${bazel.line} ${bazel.rule} · ${words.ui('card.notRead')}`;
  return [...rows, ...missing, ...(place === undefined ? [] : [['Bazel', place] as const])];
}

async function moduleSections({ words }: CheckReport, store: FactStore): Promise<[string, Row[]][]> {
  const list = valueIfKnown(await store.get(modules, project)) ?? [];
  return Promise.all(
    list.map(async (id): Promise<[string, Row[]]> => {
      const subject: Subject = { kind: 'module', id };
      const build = await store.get(buildList, subject);
      return [
        `${words.ui('card.module')} ${id}`,
        build.kind === 'known'
          ? stackRows(build.value, valueIfKnown(await store.get(sourceOf, subject)), words)
          : [reasonRow(build, words)],
      ];
    }),
  );
}

/** The version, who said so, and from where the build takes the sources. */
/** What `--download-log` holds, host by host. */
async function downloadSection({ words }: CheckReport, store: FactStore): Promise<[string, Row[]][]> {
  const hosts = await store.get(downloadSummary, machine);
  if (hosts.kind === 'absent') return [];
  if (hosts.kind === 'unknown') return [[words.ui('card.downloads'), [reasonRow(hosts, words)]]];
  const rows = hosts.value.map(({ host, requests, ends, slowest, unanswered }): Row => {
    const parts = [
      words.ui('card.requests', { count: requests }),
      ...[...ends].map(([how, count]) => words.ui('punctuation.labelled', { label: how, text: count })),
      slowest && words.ui('card.slowest', { seconds: slowest.seconds, what: slowest.what }),
      ...unanswered.slice(0, mostUnanswered).map(({ what, line }) => words.ui('card.unanswered', { what, line })),
    ];
    return [host || '?', parts.filter(Boolean).join(' · ')];
  });
  // The wrong file, or a log of a command without -x.
  return [[words.ui('card.downloads'), rows.length > 0 ? rows : [[words.ui('card.noRequests'), '']]]];
}

const mostUnanswered = 5;

function stackRows(
  build: BuildList,
  sources: ReadonlyMap<string, ModuleSource> | undefined,
  words: CheckReport['words'],
): Row[] {
  return namedModules.map((path): Row => {
    const module = build.modules.get(path);
    const source = sources?.get(path);
    const from = source && words.ui(`card.from.${source.kind}`, { folder: source.folder });
    if (!module) return [path, from ?? words.ui('card.notRequired')];
    const line = module.version ?? '?';
    const text = `${module.required} => ${module.replacedBy?.path}`;
    const version = module.replacedBy ? words.ui('punctuation.aside', { line, text }) : line;
    const by = words.ui('card.by', { source: build.source });
    return [path, [version, by, from].filter(Boolean).join(' · ')];
  });
}

function reasonRow(outcome: Outcome<unknown>, words: CheckReport['words']): Row {
  return ['?', outcome.kind === 'known' ? '' : words.reason(outcome.reason)];
}

/** What was found and does not count; nobody would know of it otherwise. */
function suppressedSection({ examination, words }: CheckReport): [string, Row[]][] {
  const rows = examination.findings.flatMap(({ trap, claim, suppressed }): Row[] => {
    if (!suppressed) return [];
    const { reason, until } = suppressed;
    return [[trap.id, [placeText(claim.location), reason, until].filter(Boolean).join(' · ')]];
  });
  return rows.length > 0 ? [[words.ui('card.suppressed'), rows]] : [];
}

function checkRows({ examination, words }: CheckReport): Row[] {
  return examination.checks
    .filter(({ status }) => status !== 'found')
    .map(
      ({ trap, subject, status, reason }): Row => [
        trap.id,
        [words.ui(`check.${status}`), subjectKey(subject), reason ? words.reason(reason) : '']
          .filter(Boolean)
          .join(' · '),
      ],
    );
}
