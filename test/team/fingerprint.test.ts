import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/core/claim.ts';
import { toFinding } from '../../src/core/finding.ts';
import { Words } from '../../src/i18n/words.ts';
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

  it('differ, but for things that only differ in a version', async () => {
    const said = new Map<string, string>();
    for (const { trap, claim, fingerprint } of await findingsOf(spec)) {
      const title = new Words('en').of(trap, claim.title).replace(/\d+(?:\.\d+)+/g, '');
      expect(said.get(fingerprint) ?? title).toBe(title);
      said.set(fingerprint, title);
    }
  });
});

describe('a fingerprint', () => {
  const [[, spec] = []] = firing;
  const printOf = async (about: string, location?: Claim['location']): Promise<string> => {
    const [finding] = spec ? await findingsOf(spec) : [];
    if (!finding) throw new Error('nothing found');
    const claim = { ...finding.claim, about, ...(location && { location }) };
    return toFinding({ lead: { trap: finding.trap, claim }, related: [] }).fingerprint;
  };

  it('is the same for another version of the same thing, and not for another thing', async () => {
    expect(await printOf('example.com/a@v1.2.3')).toBe(await printOf('example.com/a@v1.10.0-rc.1'));
    expect(await printOf('needs 1.21')).toBe(await printOf('needs 1.22.3'));
    expect(await printOf('example.com/a@v1.2.3')).not.toBe(await printOf('example.com/b@v1.2.3'));
  });

  it('is the same on machines with other home folders', async () => {
    const of = (binary: string) => printOf('', { binary });
    expect(await of('/home/ann/go/bin/protoc-gen-go')).toBe(await of('/Users/bob/go/bin/protoc-gen-go'));
    expect(await of('C:\\Users\\ann\\protoc.exe')).not.toBe(await of('/usr/bin/protoc'));
    expect(await printOf('', { file: 'a/go.mod' })).not.toBe(await printOf('', { file: 'b/go.mod' }));
  });
});
