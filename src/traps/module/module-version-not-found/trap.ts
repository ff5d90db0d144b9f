import type { Confidence, FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { loadedRequirements } from '../../../facts/modules/loaded.ts';
import { type MissingVersion, missingVersions } from '../../../facts/modules/missing-versions.ts';
import { type ModuleFile, moduleFile } from '../../../facts/modules/modules.ts';
import { inModule } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** go.mod asks for a version that does not exist, or for something that is no version. */
const trap: Trap = defineTrap({
  id: 'module-version-not-found',
  group: 'module',
  subject: 'module',
  needs: { missing: missingVersions, file: moduleFile, loaded: loadedRequirements },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) =>
    (facts.missing ?? []).map((one) => {
      const { path, version, line, kind, fault, nearest = '', source = '' } = one;
      const loaded = fault !== undefined || facts.loaded?.read.has(one.required) === true;
      const file = facts.file?.file ?? 'go.mod';
      const text = facts.file?.lines[line - 1]?.trim() ?? '';
      const data = {
        path,
        version,
        nearest,
        source,
        wanted: fault?.kind === 'major' ? fault.wanted : '',
        written: fault?.kind === 'major' ? fault.written : '',
        revision: version.split('-').at(-1) ?? '',
      };
      return {
        subject,
        severity: kind === 'newer' || !loaded ? ('warning' as const) : ('error' as const),
        confidence: confidenceOf(kind),
        title: { key: `title-${kind}`, data },
        why: { key: fault ? 'why-unreadable' : `why-${kind}`, data },
        bites: { key: fault ? `bites-${fault.kind}` : loaded ? 'bites' : 'bites-later', data },
        location: { file, line },
        frame: { text, mark: version },
        evidence: [
          { source: file, line, text: `${path} ${version}` },
          ...(kind === 'proxy' ? [{ source, text: 'not found' }] : []),
        ],
        causes: [{ kind: 'module-version-not-found' as const, about: [path] }],
        fixes: fixes(subject.id, one, facts.file),
        verify: { argv: ['go', 'mod', 'download', path], expect: { key: 'common.build-passes' } },
        about: path,
      };
    }),
});

function confidenceOf(kind: MissingVersion['kind']): Confidence {
  if (kind === 'newer') return 'possible';
  // Another proxy may have kept what its author took back.
  return kind === 'never' || kind === 'proxy' ? 'likely' : 'proven';
}

function fixes(
  dir: string,
  { path, version, line, kind, fault, nearest }: MissingVersion,
  file?: ModuleFile,
): FixPlan[] {
  const data = { path, version };
  const lines = [{ shell: 'sh', line: `go list -m -versions ${path}` }];
  const choose: FixPlan = { kind: 'text', safety: 'manual', title: { key: 'fix-choose', data }, lines };
  const text = file?.lines[line - 1] ?? '';
  const written = [path, version].filter((word) => text.includes(word)).length === 2;
  const edit = (before: string, after: string, safety: 'safe' | 'unsafe'): FixPlan => ({
    kind: 'edit',
    safety,
    title: { key: safety === 'safe' ? 'fix-letter' : 'fix-path' },
    edits: [{ file: file?.file ?? 'go.mod', line, text, before, after }],
  });
  // `go get` and `go mod edit` refuse a file that they cannot read (measured), so the line itself is mended.
  if (fault?.kind === 'no-v' && written) return [edit(version, fault.version, 'safe'), choose];
  if (fault?.kind === 'major' && fault.path && written) return [edit(`${path} `, `${fault.path} `, 'unsafe'), choose];
  if (kind === 'query') return [inModule(dir, ['go', 'get', `${path}@${version}`], 'fix-get', true), choose];
  // `go get` first reads the go.mod of the version that is not there; `go mod edit` does not.
  if (nearest && !file?.mod.replace.some((one) => one.line === line))
    return [inModule(dir, ['go', 'mod', 'edit', `-require=${path}@${nearest}`], 'fix-nearest', false), choose];
  return [choose];
}

export default trap;
