import type { Severity } from '../core/claim.ts';
import { counts } from '../core/suppression.ts';
import { stripControls } from '../host/mask.ts';
import type { UiKey } from '../i18n/ui.en.ts';
import { anchorOf } from './anchor.ts';
import { commandInFolder } from './command-line.ts';
import type { CheckReport } from './report.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions: one line for each finding, shown beside the line of the file. */
export function githubReport(report: CheckReport): string {
  const { words, prefix } = report;
  const findings = report.examination.findings.filter(counts).map((finding) => {
    const { trap, claim, fixes } = finding;
    const { file, line, column } = anchorOf(finding, report);
    const [fix] = fixes;
    const command = fix?.plan.kind === 'command' ? commandInFolder(fix.plan.argv, fix.plan.cwd) : '';
    const way = fix
      ? words.ui('punctuation.labelled', { label: words.ui('finding.fix'), text: words.of(fix.trap, fix.plan.title) })
      : '';
    const text = [words.of(trap, claim.title), words.of(trap, claim.why), way, command].filter(Boolean);
    const place = { file, line, ...(column && { col: column }), title: trap.id };
    return annotation(commands[claim.severity], place, text);
  });
  const remarks = report.remarks.map(({ text, file, line = 1 }) =>
    annotation('notice', { file: `${prefix}${file}`, line, title: 'grpc-doctor' }, [
      words.ui(text.key as UiKey, text.data),
    ]),
  );
  return [...findings, ...remarks].join('');
}

function annotation(command: string, place: Readonly<Record<string, string | number>>, text: readonly string[]) {
  const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${command} ${properties.join(',')}::${message(text)}\n`;
}

/** A line end would end the command, and the next line might be another one. */
function message(lines: readonly string[]): string {
  return lines.map((line) => escaped(stripControls(line))).join('%0A');
}

function property(text: string): string {
  return escaped(stripControls(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
