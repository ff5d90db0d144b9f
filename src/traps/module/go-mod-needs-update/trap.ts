import type { Claim } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { buildList } from '../../../facts/modules/build-list.ts';
import { ownImports } from '../../../facts/modules/imports.ts';
import { moduleFile } from '../../../facts/modules/modules.ts';
import { buildMode } from '../../../facts/modules/vendor.ts';
import { inModule } from '../../../fix/plans.ts';
import { isCompleteGoMod } from '../../../knowledge/go-rules.ts';
import { grpcModule, protobufModule, stackModules } from '../../../knowledge/names.ts';
import { requirementOf } from '../../../knowledge/questions.ts';
import { compareModule } from '../../../read/module-version.ts';
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

    /** With a complete go.mod the go command does not raise a version silently: it asks for `go mod tidy`. */
    function overtaken(): Claim[] {
      const grpc = list?.modules.get(grpcModule);
      const protobuf = list?.modules.get(protobufModule);
      if (!file?.mod.go || !isCompleteGoMod(file.mod.go.version)) return [];
      if (!grpc?.version || !protobuf || grpc.replacedBy || protobuf.replacedBy || list?.source === 'go.work') return [];
      const needed = requirementOf(grpcModule, grpc.version, protobufModule);
      const written = file.mod.require.find(({ path }) => path === protobufModule);
      if (!needed || !written || compareModule(written.version, needed) >= 0) return [];
      const data = { grpc: grpc.version, needed, written: written.version, file: file.file };
      return [
        {
          ...common(protobufModule),
          title: { key: 'title-overtaken', data },
          why: { key: 'why-overtaken', data },
          bites: { key: 'bites-overtaken' },
          location: { file: file.file, line: written.line },
          frame: { text: file.lines[written.line - 1]?.trim() ?? '', label: { key: 'label-overtaken', data } },
          evidence: [
            { source: file.file, line: written.line, text: `${protobufModule} ${written.version}` },
            { source: grpc.file, ...(grpc.line && { line: grpc.line }), text: `${grpcModule} ${grpc.version}` },
          ],
          fixes: [inModule(subject.id, ['go', 'mod', 'tidy'], 'fix-tidy', true)],
        },
      ];
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
