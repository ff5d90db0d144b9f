import type { Claim, Evidence, Severity, ShellLine } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type IgnoredVendor, ignoredVendor } from '../../../facts/modules/vendor-ignored.ts';
import { firstGoThatVendors } from '../../../knowledge/go-rules.ts';
import { grpcModule, isOfStack } from '../../../knowledge/names.ts';
import type { VendorProblem } from '../../../read/modules/vendor-consistency.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A vendor folder that the go command silently passes over, because the go line of its module is too old. */
const trap: Trap = defineTrap({
  id: 'vendor-ignored-by-go-line',
  group: 'module',
  subject: 'module',
  needs: { ignored: ignoredVendor },
  messages: { en, 'zh-CN': zh },
  article: ['2.5.diagram'],
  judge: ({ facts: { ignored }, subject }): Claim[] => {
    if (!ignored) return [];
    const { file, dir, problems, askedBy } = ignored;
    const { go } = file.mod;
    const differing = problems.find(({ path }) => path === grpcModule) ?? problems[0];
    const data = {
      folder: dir,
      goMod: file.file,
      go: go?.version ?? 'unspecified',
      needed: firstGoThatVendors,
      asking: askedBy ? `${askedBy.file}:${askedBy.line}` : '',
    };
    const kind = kindOf(ignored);
    return [
      {
        subject,
        severity: severityOf[kind],
        confidence: 'proven',
        title: { key: go ? 'title' : 'title-no-line', data },
        why: { key: `why-${kind}`, data },
        bites: { key: 'bites', data },
        location: { file: file.file, line: go?.line ?? 1 },
        frame: { text: file.lines[(go?.line ?? 1) - 1]?.trim() ?? '', label: { key: 'label', data } },
        evidence: [
          { source: file.file, ...(go && { line: go.line }), text: go ? `go ${go.version}` : 'no go line' },
          { source: `${dir}/modules.txt`, text: `${ignored.list.modules.length} modules` },
          ...(differing ? versions(differing, ignored) : []),
          ...(askedBy ? [{ source: askedBy.file, line: askedBy.line, text: askedBy.text }] : []),
        ],
        causes: [{ kind: 'vendor-not-used', about: [subject.id, 'vendor'] }],
        fixes: [
          // The first command alone breaks the build, so the two are not offered one by one.
          { kind: 'text', safety: 'manual', title: { key: 'fix-raise', data }, lines: raising(subject.id) },
          { kind: 'text', safety: 'manual', title: { key: 'fix-remove', data } },
        ],
        verify: {
          argv: ['go', 'list', '-f', '{{.Dir}}', samplePackage(ignored)],
          expect: { key: 'expect', data },
        },
      },
    ];
  },
});

/** `other`: what is built is not what lies in the folder. `same`: it is, as long as it can be fetched. */
type Kind = 'other' | 'same' | 'asked';

const severityOf: Readonly<Record<Kind, Severity>> = { other: 'error', same: 'warning', asked: 'info' };

function kindOf({ problems, askedBy }: IgnoredVendor): Kind {
  if (problems.length > 0) return 'other';
  return askedBy ? 'asked' : 'same';
}

/** The two versions of one module: the one that is built, and the one that lies in the folder. */
function versions(
  { path, version, line, file, listed = [] }: VendorProblem,
  { file: goMod, dir }: IgnoredVendor,
): Evidence[] {
  const built = {
    source: file === 'go.mod' ? goMod.file : `${dir}/modules.txt`,
    line,
    text: `${path} ${version ?? ''}`,
  };
  return [built, ...listed.slice(-1).map((other) => ({ source: `${dir}/modules.txt`, text: `${path} ${other}` }))];
}

function raising(dir: string): ShellLine[] {
  const edit = `go mod edit -go=${firstGoThatVendors}`;
  const [cd, cdPower] = dir === '.' ? ['', ''] : [`cd ${dir} && `, `cd ${dir}; `];
  return [
    { shell: 'sh, fish, cmd', line: `${cd}${edit} && go mod vendor` },
    { shell: 'PowerShell', line: `${cdPower}${edit.replace('-go=', '"-go=')}"; go mod vendor` },
  ];
}

function samplePackage({ list }: IgnoredVendor): string {
  const packages = list.modules.flatMap((module) => module.packages);
  return packages.find(isOfStack) ?? packages[0] ?? './...';
}

export default trap;
