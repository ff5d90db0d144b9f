import type { Claim, Evidence } from '../../../core/claim.ts';
import { project } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type ClashSide, type PackageClash, packageClashes } from '../../../facts/proto/go-packages/package-clashes.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Two names for one Go package, or two Go packages in one folder. */
const trap: Trap = defineTrap({
  id: 'go-package-inconsistent',
  group: 'proto',
  subject: 'project',
  needs: { clashes: packageClashes },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { clashes = [] } }) => clashes.map(claimOf),
});

function claimOf(clash: PackageClash): Claim {
  const [first, second = first] = clash.sides as readonly [ClashSide, ClashSide?];
  const other = clash.kind === 'hand-written' ? clash.other : undefined;
  const data = {
    path: clash.kind === 'names' ? clash.path : '',
    folder: 'folder' in clash ? clash.folder : '',
    written: clash.kind === 'file' ? clash.written : '',
    first: first.file.path,
    firstName: first.name,
    firstProto: first.file.name,
    second: other?.path ?? second.file.path,
    secondName: other?.package ?? second.name,
    secondProto: second.file.name,
    count: clash.sides.length,
  };
  // The second is the one that came to what was there.
  const placed = other ? first : second;
  return {
    subject: project,
    severity: clash.sure ? 'error' : 'warning',
    confidence: clash.sure ? 'proven' : 'likely',
    title: { key: `title-${clash.kind}`, data },
    why: { key: `why-${clash.kind}`, data },
    bites: { key: `bites-${clash.kind}`, data },
    location: { file: placed.goPackage.file, line: placed.goPackage.line, column: placed.goPackage.column },
    frame: { text: optionText(placed), mark: placed.goPackage.written },
    evidence: [
      ...clash.sides.map(evidenceOf),
      ...(other ? [{ source: other.path, text: `package ${other.package}` }] : []),
    ],
    causes: [
      {
        kind:
          clash.kind === 'names' || clash.kind === 'file'
            ? 'plugin-refuses-proto-file'
            : 'generated-code-does-not-compile',
        about: clash.sides.map(({ file }) => file.path),
      },
    ],
    fixes: [{ kind: 'text', safety: 'manual', title: { key: `fix-${clash.kind}`, data } }],
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'go-package-inconsistent'],
      expect: { key: 'common.check-again' },
    },
    about: `${clash.kind} ${data.path}${data.folder}${data.written}`,
  };
}

function optionText({ goPackage: { from, written } }: ClashSide): string {
  return from === 'option' ? `option go_package = "${written}";` : written;
}

function evidenceOf(side: ClashSide): Evidence {
  return { source: side.goPackage.file, line: side.goPackage.line, text: `${side.file.name}: ${optionText(side)}` };
}

export default trap;
