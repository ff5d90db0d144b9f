import { type Cause, ranked } from '../core/diagnosis.ts';
import type { Finding } from '../core/finding.ts';
import type { ReadHost } from '../core/host.ts';
import { counts } from '../core/suppression.ts';
import { projectRoot } from '../facts/project/tree.ts';
import type { Context } from './context.ts';
import { runCheck } from './run.ts';

/** So many causes are looked for in the project. */
const mostLookedFor = 5;
/** Nobody waits longer for that. */
const longestMs = 10_000;
/** One of these makes a folder a project; others may be as large as a whole disk. */
const marks = ['go.mod', 'go.work', 'buf.yaml', 'buf.gen.yaml', 'buf.work.yaml', '.git'];

/**
 * Looks for the causes of a text in the project of the current folder. What is found there with certainty is proven, and its fixes
 * name the versions and files of this project. Nothing is said against a cause that is not found: the text may come from elsewhere.
 */
export async function confirmed(context: Context, causes: readonly Cause[]): Promise<readonly Cause[]> {
  const traps = causes.slice(0, mostLookedFor).flatMap(({ trap }) => (trap.sights.length > 0 ? [trap] : []));
  const { cwd, host } = context;
  if (cwd === undefined || traps.length === 0 || !isProject(host, projectRoot(host, cwd))) return causes;
  const late = new Promise<readonly Finding[]>((resolve) => setTimeout(() => resolve([]), longestMs).unref());
  const findings = await Promise.race([findingsOf({ ...context, note: () => {} }, cwd, traps), late]);
  return ranked(causes.map((cause) => withFinding(cause, findings)));
}

function isProject(host: ReadHost, root: string): boolean {
  return marks.some((name) => host.stat(host.path.join(root, name)) !== undefined);
}

/** A configuration that cannot be followed is the matter of `check`. */
async function findingsOf(context: Context, dir: string, traps: Cause['trap'][]): Promise<readonly Finding[]> {
  try {
    const { report } = await runCheck(context, { host: context.host, dir }, traps);
    return report.examination.findings.filter(counts);
  } catch {
    return [];
  }
}

function withFinding(cause: Cause, findings: readonly Finding[]): Cause {
  const finding = findings.find(({ trap, claim }) => trap === cause.trap && claim.severity === 'error');
  if (!finding) return cause;
  const fixes = finding.fixes.flatMap(({ trap, plan }) => (trap === cause.trap ? [plan] : []));
  const { ask: _, ...claim } = cause.claim;
  return {
    trap: cause.trap,
    claim: { ...claim, confidence: 'proven', ...(fixes.length > 0 && { fixes }) },
    here: finding.claim.evidence,
  };
}
