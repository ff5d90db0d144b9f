import type { Edit, FixPlan, Severity } from '../core/claim.ts';
import type { Finding } from '../core/finding.ts';
import type { Remark } from '../core/suppression.ts';
import type { Trap } from '../core/trap.ts';
import { stripControls } from '../host/mask.ts';
import type { UiKey } from '../i18n/ui.en.ts';
import { anchorOf, isInProject } from './anchor.ts';
import { commandInFolder } from './command-line.ts';
import { jsonText } from './json-text.ts';
import type { CheckReport } from './report.ts';

/** What a SARIF report needs beyond the findings. */
export interface SarifSources {
  /** The explanation of a trap, as Markdown. */
  readonly explanation: (trap: Trap) => string;
  /** The fingerprint of a line that code scanning tracks a result by; undefined where the line is not there. */
  readonly lineHash: (file: string, line: number) => string | undefined;
}

/** What GitHub takes of one run; the rest of an upload would be refused. */
const mostResults = 25_000;

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const precisions = { proven: 'very-high', likely: 'high', possible: 'medium' } as const;
const root = '%SRCROOT%';

/** The report as SARIF 2.1.0: places relative to the repository, one rule for each trap that was found. */
export function sarifReport(report: CheckReport, sources: SarifSources): string {
  const { examination, remarks, version, words } = report;
  const findings = examination.findings.slice(0, mostResults);
  const traps = [...new Set(findings.map(({ trap }) => trap))];
  const run = {
    tool: {
      driver: {
        name: 'grpc-doctor',
        version,
        semanticVersion: version,
        language: words.locale,
        rules: traps.map((trap) => ruleOf(trap, findings, report, sources)),
      },
    },
    invocations: [
      {
        executionSuccessful: true,
        toolConfigurationNotifications: remarks.map((remark) => notificationOf(remark, report)),
      },
    ],
    originalUriBaseIds: { [root]: { description: { text: 'the root of the repository' } } },
    columnKind: 'utf16CodeUnits',
    results: findings.map((finding) => resultOf(finding, traps.indexOf(finding.trap), report, sources)),
  };
  return jsonText({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] });
}

function ruleOf(trap: Trap, findings: readonly Finding[], { words }: CheckReport, { explanation }: SarifSources) {
  const own = findings.filter((finding) => finding.trap === trap);
  const severity = own[0]?.claim.severity ?? 'warning';
  const summary = words.of(trap, { key: 'summary' });
  const page = explanation(trap).trim();
  return {
    id: trap.id,
    name: trap.id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: page || summary, markdown: page || summary },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [trap.group],
      precision: precisions[own[0]?.claim.confidence ?? 'likely'],
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
    },
  };
}

function resultOf(finding: Finding, ruleIndex: number, report: CheckReport, sources: SarifSources) {
  const { trap, claim, fingerprint, fixes } = finding;
  const anchor = anchorOf(finding, report);
  const edits = fixes.flatMap(({ trap: of, plan }) =>
    plan.kind === 'edit' ? [{ title: report.words.of(of, plan.title), edits: plan.edits }] : [],
  );
  const fixable = edits.filter(({ edits: all }) => all.every(({ file }) => isInProject(file)));
  const line = sources.lineHash(anchor.file.slice(report.prefix.length), anchor.line);
  return {
    ruleId: trap.id,
    ruleIndex,
    level: levels[claim.severity],
    message: { text: messageOf(finding, report) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(anchor.file),
          region: { startLine: anchor.line, ...(anchor.column && { startColumn: anchor.column }) },
        },
        ...(anchor.elsewhere && { logicalLocations: [{ fullyQualifiedName: anchor.elsewhere }] }),
      },
    ],
    partialFingerprints: { ...(line && { primaryLocationLineHash: line }), 'grpcDoctor/v1': fingerprint },
    ...(fixable.length > 0 && { fixes: fixable.map(({ title, edits: all }) => fixOf(title, all, report.prefix)) }),
    suppressions: suppressionsOf(finding),
  };
}

/** What is wrong, why, and what to do: the whole of what somebody sees who only has the page of the result. */
function messageOf({ trap, claim, fixes }: Finding, { words }: CheckReport): string {
  const ways = fixes.map(({ trap: of, plan }) => {
    const line = wayOf(plan);
    return `${words.ui(`safety.${plan.safety}`)}: ${words.of(of, plan.title)}${line && ` (${line})`}`;
  });
  const sentences = [words.of(trap, claim.title), words.of(trap, claim.why), ...ways];
  return sentences.map(stripControls).join('\n');
}

function wayOf(plan: FixPlan): string {
  return plan.kind === 'command' ? commandInFolder(plan.argv, plan.cwd) : '';
}

function suppressionsOf({ suppressed }: Finding) {
  if (!suppressed) return [];
  const kind = suppressed.by === 'comment' ? 'inSource' : 'external';
  const until = suppressed.until ? ` (until ${suppressed.until})` : '';
  return [{ kind, status: 'accepted', justification: `${suppressed.reason}${until}` }];
}

function fixOf(title: string, edits: readonly Edit[], prefix: string) {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(`${prefix}${file}`),
      replacements: edits.filter((edit) => edit.file === file).map(replacementOf),
    })),
  };
}

function replacementOf({ line, text, before, after }: Edit) {
  const startColumn = Math.max(0, text.indexOf(before)) + 1;
  const endColumn = startColumn + before.length;
  return {
    deletedRegion: { startLine: line, startColumn, endLine: line, endColumn },
    insertedContent: { text: after },
  };
}

function notificationOf({ text, file, line }: Remark, { words, prefix }: CheckReport) {
  const region = line === undefined ? {} : { region: { startLine: line } };
  const place = { physicalLocation: { artifactLocation: artifact(`${prefix}${file}`), ...region } };
  return {
    descriptor: { id: text.key },
    level: 'note',
    message: { text: words.ui(text.key as UiKey, text.data) },
    ...(isInProject(file) && { locations: [place] }),
  };
}

function artifact(file: string) {
  // Half a character cannot be written as an address; some systems let it into a name.
  const whole = file.replace(/\p{Surrogate}/gu, '\ufffd');
  return { uri: whole.split('/').map(encodeURIComponent).join('/'), uriBaseId: root };
}
