import { join } from 'node:path';

/** `bare`: only Go. `equipped`: protoc and the newest plugins too. */
export const machines = ['bare', 'equipped'] as const;
export type Machine = (typeof machines)[number];

/** One finding at warning or above on a real repository, and what a person says of it. */
export interface LedgerFinding {
  readonly trap: string;
  readonly severity: string;
  readonly subject: string;
  /** `file:line`. */
  readonly place: string;
  readonly title: string;
  readonly fingerprint: string;
  readonly machines: readonly Machine[];
  /** `right`: true and worth the line. `wrong`: a false alarm, to be mended before a release. */
  readonly verdict: string;
  readonly why: string;
}

export interface LedgerEntry {
  readonly repository: string;
  readonly commit: string;
  readonly findings: readonly LedgerFinding[];
}

export interface Ledger {
  readonly about: string;
  readonly repositories: readonly LedgerEntry[];
}

export const ledgerFile = join(import.meta.dirname, '../labs/ledger.json');

/** One finding a line, so that a difference is one line of a review. */
export function writeLedger({ about, repositories }: Ledger): string {
  const entries = repositories.map(({ repository, commit, findings }) => {
    const rows = findings.map((finding) => `        ${JSON.stringify(finding)}`).join(',\n');
    const list = findings.length === 0 ? '[]' : `[\n${rows}\n      ]`;
    return `    {\n      "repository": ${JSON.stringify(repository)},\n      "commit": ${JSON.stringify(commit)},\n      "findings": ${list}\n    }`;
  });
  return `{\n  "about": ${JSON.stringify(about)},\n  "repositories": [\n${entries.join(',\n')}\n  ]\n}\n`;
}
