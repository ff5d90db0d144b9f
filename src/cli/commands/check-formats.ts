import type { ReadHost } from '../../core/host.ts';
import { lineHashes } from '../../read/suppress/line-hash.ts';
import { githubReport } from '../../report/github.ts';
import { gitlabReport } from '../../report/gitlab.ts';
import { junitReport } from '../../report/junit.ts';
import type { CheckReport } from '../../report/report.ts';
import { sarifReport } from '../../report/sarif.ts';
import type { Context } from '../context.ts';
import type { CheckRun } from '../run.ts';

/** Larger files are nobody's to scroll through. */
const maxBytes = 1024 * 1024;

/** The report in a form that other programs read. */
export function renderFor(format: string, report: CheckReport, { store }: CheckRun, { asset }: Context): string {
  if (format === 'github') return githubReport(report);
  if (format === 'gitlab') return gitlabReport(report);
  if (format === 'junit') return junitReport(report);
  const hashes = new Map<string, readonly string[]>();
  return sarifReport(report, {
    explanation: (trap) => asset(`explain/${report.words.locale}/${trap.id}.md`) ?? '',
    lineHash: (file, line) => {
      const known = hashes.get(file) ?? hashesOf(store.host, report.root, file);
      hashes.set(file, known);
      return known[line - 1];
    },
  });
}

function hashesOf(host: ReadHost, root: string, file: string): readonly string[] {
  const read = host.readFile(host.path.join(root, ...file.split('/')), maxBytes);
  return read.kind === 'read' ? lineHashes(new TextDecoder('utf-8', { ignoreBOM: true }).decode(read.bytes)) : [];
}
