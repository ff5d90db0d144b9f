import type { FeatureRow, ProtoAnswer, ProtoProposal } from '../compat/proto-answer.ts';
import { protoPartNames, type Reader, tableParts } from '../compat/proto-rules.ts';
import type { Ruling } from '../compat/ruling.ts';
import type { Stack } from '../compat/stack.ts';
import { stripControls } from '../host/mask.ts';
import type { CompatKey } from '../i18n/compat.en.ts';
import type { Words } from '../i18n/words.ts';
import { featureFloor, protocPart } from '../knowledge/proto-features.ts';
import { releasesAsOf } from '../knowledge/stack.ts';
import type { ProtoFeature } from '../knowledge/table.ts';
import { headlineOf, pairRows } from './compat-human.ts';
import { changeText, type Origin, partText, reasonOf, stepText } from './compat-report.ts';
import type { Page } from './human.ts';
import { cells, pad, wrap } from './layout.ts';

/** One set of versions with its protoc, and what is said of it. */
export interface ProtoSet {
  /** Folder of the module; undefined for versions that were given. */
  readonly module?: string;
  readonly stack: Stack;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly protoc?: Origin & { readonly version: string };
  /** What the .proto files of the module use, and where. */
  readonly features: readonly { readonly feature: ProtoFeature; readonly file: string; readonly line: number }[];
  readonly answer: ProtoAnswer;
}

/** The report of `compat proto` as an object; its shape is `schema/compat-proto.schema.json`. */
export function protoJson(sets: readonly ProtoSet[], words: Words) {
  return {
    schemaVersion: 1,
    command: 'compat proto',
    asOf: releasesAsOf,
    sets: sets.map((set) => setJson(set, words)),
  };
}

function setJson({ module, stack, origins, protoc, features, answer }: ProtoSet, words: Words) {
  return {
    ...(module !== undefined && { module }),
    verdict: answer.verdict,
    parts: [
      ...(protoc ? [{ part: 'protoc', ...protoc }] : []),
      ...protoPartNames.flatMap((part) => {
        const version = stack.versions[part];
        return version === undefined ? [] : [{ part, version, ...placeOf(origins.get(part)) }];
      }),
    ],
    features: answer.rows.map(({ feature, wanted, cells: rulings }) => {
      const use = features.find((one) => one.feature === feature);
      return {
        feature,
        wanted,
        ...(use && { file: use.file, line: use.line }),
        support: Object.fromEntries([...rulings].map(([part, ruling]) => [part, statusOf(ruling)])),
      };
    }),
    pairs: answer.pairs.map((pair) => ({
      between: pair.between,
      status: pair.status,
      reason: reasonOf(pair, words),
      ...pair.source,
    })),
    ...(answer.proposal && { proposal: proposalJson(answer.proposal, words) }),
  };
}

function placeOf(origin: Origin | undefined): Origin {
  const { asked, source, line } = origin ?? {};
  return {
    ...(asked !== undefined && { asked }),
    ...(source !== undefined && { source }),
    ...(line !== undefined && { line }),
  };
}

function proposalJson({ changes, steps }: ProtoProposal, words: Words) {
  return { changes, steps: steps.map((step) => ({ ...step, text: stepText(step, words) })) };
}

/** The report for people: for each set the verdict, a table of features and parts, what does not fit, and the way out. */
export function protoText(sets: readonly ProtoSet[], words: Words, page: Page): string {
  const asOf = page.style.faint(words.compat('note.asOf', { asOf: releasesAsOf }));
  return `${[...sets.map((set) => setText(set, words, page)), asOf].join('\n\n')}\n`;
}

function setText(set: ProtoSet, words: Words, page: Page): string {
  const { answer, module } = set;
  // The table does not tell how grpc fits; of the rest only what is wrong needs words.
  const told = answer.pairs.filter(({ status, between }) => status !== 'fits' || between.includes('grpc'));
  const sections = [
    [headlineOf(module, answer.verdict, words, page)],
    featureTable(set, words, page),
    footnotes(set, words, page),
    pairRows(told, words, page),
    proposalRows(answer, words, page),
  ];
  return sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n');
}

const gap = 2;

/** A feature a line; the columns are parts, with their version under the name. */
function featureTable({ stack, protoc, answer }: ProtoSet, words: Words, page: Page): string[] {
  const parts = tableParts.filter((part) => versionOf(part, stack, protoc) !== undefined);
  const names = [words.compat('column.feature'), ...parts.map((part) => partText(part, words))];
  const versions = ['', ...parts.map((part) => versionOf(part, stack, protoc) ?? '')];
  const rows = answer.rows.map((row) => [featureText(row, words), ...parts.map((part) => cellText(row, part, words))]);
  const all = [names, versions, ...rows].map((row) => row.map(stripControls));
  const widths = names.map((_, column) => Math.max(...all.map((row) => cells(row[column] ?? ''))));
  const lineOf = (row: readonly string[]): string =>
    `${' '.repeat(gap)}${row.map((cell, column) => pad(cell, widths[column] ?? 0)).join(' '.repeat(gap))}`.trimEnd();
  return all.map((row, index) => {
    const line = lineOf(row);
    if (index < 2) return page.style.faint(line);
    const { wanted, cells: rulings } = answer.rows[index - 2] as FeatureRow;
    const broken = wanted && [...rulings.values()].some(({ status }) => status === 'breaks');
    return broken ? page.style.severity('error', line) : line;
  });
}

function versionOf(part: Reader | 'protoc', { versions }: Stack, protoc: ProtoSet['protoc']): string | undefined {
  return part === 'protoc' ? protoc?.version : versions[part];
}

function featureText({ feature, wanted }: FeatureRow, words: Words): string {
  return `${words.compat(`feature.${feature}`)}${wanted ? ' *' : ''}`;
}

function cellText({ cells: rulings }: FeatureRow, part: Reader | 'protoc', words: Words): string {
  const ruling = rulings.get(part);
  return ruling ? words.compat(`status.${statusOf(ruling)}` as CompatKey) : '-';
}

/** As the table says it: what a flag makes possible is neither yes nor no. */
function statusOf({ status, reason }: Ruling): 'fits' | 'breaks' | 'unknown' | 'flag' {
  return reason.key === 'feature-behind-flag' || reason.key === 'feature-with-flag' ? 'flag' : status;
}

function footnotes({ answer, features }: ProtoSet, words: Words, page: Page): string[] {
  const wanted = answer.rows.some((row) => row.wanted);
  const places = features.map(({ file, line }) => `${file}:${line}`).join(', ');
  const flags = answer.rows.flatMap(({ feature, cells: rulings }) => {
    const ruling = rulings.get('protoc');
    const flag = featureFloor(feature, protocPart)?.flag;
    return ruling && flag !== undefined && statusOf(ruling) === 'flag' ? [flag] : [];
  });
  const lines = [
    ...(wanted ? [words.compat(places === '' ? 'proto.wanted-asked' : 'proto.wanted', { places })] : []),
    ...(flags.length > 0 ? [words.compat('proto.flags', { flags: [...new Set(flags)].join(', ') })] : []),
  ];
  return lines.flatMap((line) => wrap(stripControls(line), page.width - gap).map((one) => `${' '.repeat(gap)}${one}`));
}

function proposalRows({ verdict, proposal }: ProtoAnswer, words: Words, page: Page): string[] {
  if (verdict !== 'breaks') return [];
  if (!proposal) return [words.compat('proto.no-way')];
  return [
    page.style.strong(words.compat('title.raise')),
    ...proposal.changes.map((change) => `${' '.repeat(gap)}${changeText(change, words)}`),
    ...proposal.steps.flatMap((step) => {
      const text = stepText(step, words);
      if (step.kind === 'command') return [`${' '.repeat(gap * 2)}${text}`];
      return wrap(`# ${text}`, page.width - gap * 2).map((line) => `${' '.repeat(gap * 2)}${page.style.faint(line)}`);
    }),
  ];
}
