import type { Claim } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type BuildModule, buildList } from '../../../facts/modules/build-list.ts';
import { ownImports } from '../../../facts/modules/imports.ts';
import { moduleFile } from '../../../facts/modules/modules.ts';
import { buildMode } from '../../../facts/modules/vendor.ts';
import { inModule } from '../../../fix/plans.ts';
import { isCompleteGoMod } from '../../../knowledge/go-rules.ts';
import { grpcModule, stackModules } from '../../../knowledge/names.ts';
import { requirementsOf } from '../../../knowledge/questions.ts';
import { compareModule } from '../../../read/modules/module-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** go.mod does not name what the code imports, or names a version that another requirement has overtaken. */
const trap: Trap = defineTrap({
  id: 'go-mod-needs-update',
  group: 'module',
  subject: 'module',
  needs: { file: moduleFile, list: buildList, imports: ownImports, mode: buildMode },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) => {
    const { file, list, imports = [], mode } = facts;
    if (!file || !list || mode?.kind !== 'modules' || mode.flag === 'mod') return [];
    // Its other packages, such as codes, do without most of what the main one needs.
    const importsGrpcItself = imports.some(({ path }) => path === grpcModule);
    return [...unrequired(), ...overtaken()];

    /** A package of the stack that no module of the build provides. */
    function unrequired(): Claim[] {
      const missing = stackModules
        .filter((module) => !list?.modules.has(module) && file?.mod.module?.path !== module)
        .map((module) => imports.find(({ path }) => path === module || path.startsWith(`${module}/`)))
        .filter((one) => one !== undefined && !provided(one.path));
      return missing.flatMap((one) => {
        if (!one) return [];
        const module = stackModules.find((name) => one.path === name || one.path.startsWith(`${name}/`)) ?? one.path;
        const data = { package: one.path, module, file: file?.file ?? 'go.mod' };
        return [
          {
            ...common(module),
            title: { key: 'title-import', data },
            why: { key: 'why-import' },
            bites: { key: 'bites-import', data },
            location: { file: one.file, line: one.line },
            frame: { text: `"${one.path}"`, label: { key: 'label-import', data } },
            evidence: [
              { source: one.file, line: one.line, text: `imports ${one.path}` },
              { source: data.file, text: `no requirement of ${module}` },
            ],
            fixes: [inModule(subject.id, ['go', 'mod', 'tidy'], 'fix-tidy', true)],
          },
        ];
      });
    }

    /** A module of its own inside the stack's path, such as google.golang.org/grpc/cmd/protoc-gen-go-grpc. */
    function provided(importPath: string): boolean {
      return [...(list?.modules.keys() ?? [])].some((path) => importPath === path || importPath.startsWith(`${path}/`));
    }

    /** With a complete go.mod the go command does not raise or add a version silently: it asks for `go mod tidy`. */
    function overtaken(): Claim[] {
      const grpc = list?.modules.get(grpcModule);
      if (!file?.mod.go || !isCompleteGoMod(file.mod.go.version) || list?.source === 'go.work') return [];
      if (!grpc?.version || grpc.replacedBy) return [];
      return requirementsOf(grpcModule, grpc.version).flatMap(({ requires, version }) => {
        const written = file.mod.require.find(({ path }) => path === requires);
        if (list?.modules.get(requires)?.replacedBy) return [];
        if (!written) return importsGrpcItself ? [incomplete(requires, 'absent', grpc)] : [];
        if (!version || compareModule(written.version, version) >= 0) return [];
        return [incomplete(requires, 'overtaken', grpc, version, written)];
      });
    }

    function incomplete(
      requires: string,
      kind: 'absent' | 'overtaken',
      grpc: BuildModule,
      needed = '',
      written?: { version: string; line: number },
    ): Claim {
      const goMod = file?.file ?? 'go.mod';
      const line = written?.line ?? grpc.line;
      const data = { grpc: grpc.version ?? '', requires, needed, written: written?.version ?? '', file: goMod };
      return {
        ...common(requires),
        title: { key: `title-${kind}`, data },
        why: { key: 'why-complete', data },
        bites: { key: 'bites-complete' },
        location: { file: goMod, ...(line && { line }) },
        frame: { text: file?.lines[(line ?? 0) - 1]?.trim() ?? '', label: { key: `label-${kind}`, data } },
        evidence: [
          { source: grpc.file, ...(grpc.line && { line: grpc.line }), text: `${grpcModule} ${grpc.version}` },
          written
            ? { source: goMod, line: written.line, text: `${requires} ${written.version}` }
            : { source: goMod, text: `no requirement of ${requires}` },
        ],
        fixes: [inModule(subject.id, ['go', 'mod', 'tidy'], 'fix-tidy', true)],
      };
    }

    function common(about: string) {
      return {
        subject,
        severity: 'error',
        confidence: 'proven',
        causes: [{ kind: 'go-mod-refused', about: [subject.id, about] }],
        verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
        about,
      } as const;
    }
  },
});

export default trap;
