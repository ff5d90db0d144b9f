import { describe, expect, it } from 'vitest';
import type { MachineSpec } from '../support/machine.ts';
import { findingsOf, firing } from './machine.ts';

/** The same project with a comment or an empty line at the top of each file that people write by hand. */
function shifted(spec: MachineSpec): MachineSpec {
  const project = Object.entries(spec.project).map(([path, text]) => [path, movedDown(path, text)]);
  return { ...spec, project: Object.fromEntries(project) as Record<string, string> };
}

function movedDown(path: string, text: string): string {
  if (/(?:^|\/)go\.(?:mod|work)$/.test(path)) return `// moved\n\n${text}`;
  return /\.go$|(?:^|\/)(?:Makefile|[\w.-]*Dockerfile)$|\.ya?ml$/.test(path) && !path.endsWith('.pb.go')
    ? `\n\n${text}`
    : text;
}

describe.each(firing)('the fingerprints of %s', (_, spec) => {
  it('stay when lines move', async () => {
    const prints = async (one: MachineSpec) => (await findingsOf(one)).map(({ fingerprint }) => fingerprint).sort();
    expect(await prints(shifted(spec))).toEqual(await prints(spec));
  });

  it('differ from each other, and hold no version', async () => {
    const findings = await findingsOf(spec);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
    for (const { claim } of findings) expect(claim.about ?? '').not.toMatch(/\bv?\d+\.\d+\.\d+\b/);
  });
});
