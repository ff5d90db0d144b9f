import type { Evidence, FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { loadedRequirements } from '../../../facts/modules/loaded.ts';
import { moduleFile } from '../../../facts/modules/modules.ts';
import { type PathMismatch, pathMismatches } from '../../../facts/modules/path-mismatches.ts';
import { externalImports } from '../../../facts/modules/sources.ts';
import { inModule } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A required module declares another path in its go.mod, or the folder that replaces one is no module. */
const trap: Trap = defineTrap({
  id: 'module-path-mismatch',
  group: 'module',
  subject: 'module',
  needs: { mismatches: pathMismatches, file: moduleFile, imports: externalImports, loaded: loadedRequirements },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) =>
    (facts.mismatches ?? []).map((mismatch) => {
      const { requirement, kind, declares = '' } = mismatch;
      const { required, path, version = '', replacement, line: ofRequirement } = requirement;
      const line = replacement?.line ?? ofRequirement;
      const imports = [...(facts.imports ?? [])].filter((one) => one === required || one.startsWith(`${required}/`));
      const file = facts.file?.file ?? 'go.mod';
      const data = {
        required,
        path,
        version,
        declares,
        count: imports.length,
        line: ofRequirement,
      };
      const loaded = facts.loaded?.read.has(required) === true;
      const wording = onlyCase(mismatch) ? 'case' : kind;
      return {
        subject,
        severity: loaded ? ('error' as const) : ('warning' as const),
        // Which version a public path declares since when is a table; what lies in the cache is what go reads.
        confidence: kind === 'renamed' ? ('likely' as const) : ('proven' as const),
        title: { key: `title-${wording}`, data },
        why: { key: replacement && version ? 'why-replacement' : version ? 'why' : 'why-folder', data },
        bites: { key: !loaded ? 'bites-later' : `bites-${kind === 'renamed' ? 'declared' : kind}`, data },
        location: { file, line },
        frame: { text: facts.file?.lines[line - 1]?.trim() ?? '', mark: path },
        evidence: evidence(file, line, mismatch),
        causes: [{ kind: 'module-path-refused' as const, about: [required] }],
        fixes: fixes(subject.id, mismatch, imports.length),
        verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
        about: required,
      };
    }),
});

function onlyCase({ requirement, declares }: PathMismatch): boolean {
  return declares?.toLowerCase() === requirement.path.toLowerCase();
}

function evidence(file: string, line: number, { requirement, declares, source }: PathMismatch): Evidence[] {
  const { path, version } = requirement;
  const here = { source: file, line, text: version ? `${path} ${version}` : path };
  if (!declares) return [here];
  return [here, { source: source || `go.mod of ${path} ${version}`, text: `module ${declares}` }];
}

function fixes(dir: string, { requirement, kind, declares }: PathMismatch, imports: number): FixPlan[] {
  const { required, path, version, replacement } = requirement;
  const dropReplace = `-dropreplace=${required}${replacement?.version ? `@${replacement.version}` : ''}`;
  if (!version || replacement) return [inModule(dir, ['go', 'mod', 'edit', dropReplace], 'fix-drop-replace', false)];
  const drop = ['go', 'mod', 'edit', `-droprequire=${required}`, `-require=${declares}@${version}`];
  const data = { required, declares: declares ?? '', count: imports };
  const rename = inModule(dir, drop, 'fix-rename', false);
  const keep = inModule(dir, [...drop, `-replace=${declares}=${path}@${version}`], 'fix-keep', false);
  const code: FixPlan = { kind: 'text', safety: 'manual', title: { key: 'fix-imports', data } };
  // Of an unknown path nobody can tell whether it is the old name or a fork with changes of its own.
  return [...(kind === 'renamed' ? [rename] : [keep, rename]), ...(imports > 0 ? [code] : [])];
}

export default trap;
