import type { Edit, FixPlan } from '../core/claim.ts';
import type { ReadHost, WriteHost } from '../core/host.ts';

/** What became of one fix. */
export type Applied =
  | { readonly kind: 'done' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly message: string };

const maxBytes = 16 * 1024 * 1024;
/** Installing a plugin compiles it. */
const commandTimeoutMs = 10 * 60 * 1000;

/** What is said to need no network gets none: go would fetch the toolchain that go.mod asks for, even to edit a setting. */
const withoutNetwork = { GOTOOLCHAIN: 'local', GOPROXY: 'off' };

/** Carries out one plan. A text for people is nothing that could be carried out. */
export async function applyPlan(plan: FixPlan, root: string, host: ReadHost, writer: WriteHost): Promise<Applied> {
  if (plan.kind === 'text') return { kind: 'failed', message: plan.kind };
  if (plan.kind === 'edit') return applyEdits(plan.edits, root, host, writer);
  const cwd = plan.cwd ? host.path.join(root, ...plan.cwd.split('/')) : root;
  const env = plan.network ? {} : withoutNetwork;
  const result = await writer.exec(plan.argv, { cwd, env, timeoutMs: commandTimeoutMs });
  if (result.kind !== 'exited') return { kind: 'failed', message: `${plan.argv[0]}: ${result.kind}` };
  return result.code === 0 ? { kind: 'done' } : { kind: 'failed', message: lastLine(result.stderr || result.stdout) };
}

/** All edits of one file are made in one write, or none of them. */
function applyEdits(edits: readonly Edit[], root: string, host: ReadHost, writer: WriteHost): Applied {
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const path = host.path.isAbsolute(file) ? file : host.path.join(root, ...file.split('/'));
    const read = host.readFile(path, maxBytes);
    if (read.kind !== 'read') return { kind: 'failed', message: `${file}: ${read.kind}` };
    // Bytes, not characters: what is no UTF-8 elsewhere in the file stays as it is.
    const lines = Buffer.from(read.bytes).toString('latin1').split('\n');
    for (const { line, before, after } of edits.filter((edit) => edit.file === file)) {
      const text = lines[line - 1];
      const [from, to] = [toBytes(before), toBytes(after)];
      if (text === undefined || text.split(from).length !== 2) return { kind: 'gone' };
      lines[line - 1] = text.replace(from, () => to);
    }
    const failure = writer.replaceFile(path, Buffer.from(lines.join('\n'), 'latin1'));
    if (failure) return { kind: 'failed', message: failure };
  }
  return { kind: 'done' };
}

function toBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
