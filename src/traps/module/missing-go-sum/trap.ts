import type { Claim } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { platform } from '../../../facts/machine.ts';
import { type BuildList, buildList } from '../../../facts/modules/build-list.ts';
import { unhashedCompiled, unhashedRequirements } from '../../../facts/modules/hashes.ts';
import { moduleFile, moduleSum } from '../../../facts/modules/modules.ts';
import { externalImports } from '../../../facts/modules/sources.ts';
import { buildMode } from '../../../facts/modules/vendor.ts';
import { inModule } from '../../../fix/plans.ts';
import { grpcModule } from '../../../knowledge/names.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** go.sum has no hash for a module that go.mod requires. */
const trap: Trap = defineTrap({
  id: 'missing-go-sum',
  group: 'module',
  subject: 'module',
  needs: {
    file: moduleFile,
    sum: moduleSum,
    mode: buildMode,
    imports: externalImports,
    list: buildList,
    platform,
  },
  messages: { en, 'zh-CN': zh },
  article: ['1.version-coupling.check-grpc-version'],
  judge: ({ facts, subject }) => {
    const { file, sum, mode } = facts;
    // A vendor folder needs no hashes; -mod=mod and a workspace add the missing ones by themselves.
    if (!file || mode?.kind !== 'modules' || mode.flag === 'mod') return [];
    const imports = [...(facts.imports ?? [])];
    // Hashes are asked for when a package is compiled: a requirement that no code imports, directly or not, needs none.
    const imported = (path: string): boolean => imports.some((one) => one === path || one.startsWith(`${path}/`));
    const missing = unhashedRequirements(file, sum).filter(
      ({ required, indirect }) => (indirect && imports.length > 0) || imported(required),
    );
    const [first] = missing;
    const sumFile = file.file.replace(/go\.mod$/, 'go.sum');
    const verify = { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } };
    const fixes = [inModule(subject.id, ['go', 'mod', 'tidy'], 'fix-tidy', true)];
    if (!first) return facts.list && imports.includes(grpcModule) ? behind(facts.list, facts.platform?.os ?? '') : [];
    const data = { module: `${first.path}@${first.version}`, path: first.path, count: missing.length, file: sumFile };
    return [
      {
        subject,
        severity: 'error',
        confidence: 'proven',
        title: { key: !sum ? 'title-no-file' : missing.length > 1 ? 'title-many' : 'title', data },
        why: { key: 'why' },
        bites: { key: first.kind === 'go.mod' ? 'bites-go-mod' : 'bites', data },
        location: { file: file.file, line: first.line },
        frame: { text: file.lines[first.line - 1]?.trim() ?? '', label: { key: 'label', data } },
        evidence: missing
          .slice(0, shown)
          .map(({ path, version }) => ({ source: sumFile, text: `no line for ${path} ${version}` })),
        causes: [{ kind: 'go-sum-refused', about: [subject.id, first.path] }],
        fixes,
        verify,
      },
    ];

    /** All that go.mod names has its hash, and something behind it has none. */
    function behind(list: BuildList, os: string): Claim[] {
      const unhashed = file ? unhashedCompiled(file, sum, list, os) : [];
      const [one] = unhashed;
      if (!one) return [];
      const of = { path: one.compiles, package: one.package, importer: one.importer, file: sumFile, by: one.by };
      return [
        {
          subject,
          severity: 'error',
          confidence: 'proven',
          title: { key: 'title-behind', data: of },
          why: { key: 'why-behind', data: of },
          bites: { key: 'bites-behind', data: of },
          location: { file: sumFile },
          evidence: unhashed.map(({ compiles, importer }) => ({
            source: sumFile,
            text: `no hash of the files of ${compiles}, imported by ${importer}`,
          })),
          causes: [{ kind: 'go-sum-refused', about: [subject.id, one.compiles] }],
          fixes,
          verify,
          about: one.compiles,
        },
      ];
    }
  },
});

/** So many modules are named as evidence; the title tells how many there are. */
const shown = 3;

export default trap;
