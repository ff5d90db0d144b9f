import type { FixPlan, Severity } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type BuildModule, buildList } from '../../../facts/modules/build-list.ts';
import { inModule } from '../../../fix/plans.ts';
import { stackModules } from '../../../knowledge/names.ts';
import { isDirectoryPath } from '../../../read/modules/go-mod-syntax.ts';
import { compareModule } from '../../../read/modules/module-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A replace directive gives the build another grpc or protobuf than the one that is required. */
const trap: Trap = defineTrap({
  id: 'module-replaced-with-fork',
  group: 'module',
  subject: 'module',
  needs: { list: buildList },
  messages: { en, 'zh-CN': zh },
  article: ['1.version-coupling.check-grpc-version', '1.script.check-grpc-version'],
  judge: ({ facts, subject }) =>
    stackModules.flatMap((path) => {
      const module = facts.list?.modules.get(path);
      const kind = module && kindOf(module);
      const replacement = module?.replacedBy;
      if (!module || !kind || !replacement) return [];
      const target = replacement.version ? `${replacement.path} ${replacement.version}` : replacement.path;
      const data = { path, required: module.required, target, version: module.version ?? '?' };
      return [
        {
          subject,
          severity: severityOf[kind],
          confidence: 'proven' as const,
          title: { key: `title-${kind}`, data },
          why: { key: `why-${kind}` },
          bites: { key: 'bites', data },
          location: { file: replacement.file, line: replacement.line },
          frame: {
            text: `replace ${path}${replacement.only ? ` ${replacement.only}` : ''} => ${target}`,
            label: { key: 'label', data },
          },
          evidence: [
            { source: module.file, ...(module.line && { line: module.line }), text: `${path} ${module.required}` },
            { source: replacement.file, line: replacement.line, text: `=> ${target}` },
          ],
          causes: [{ kind: 'module-version-replaced' as const, about: [path] }],
          fixes: [dropFrom(replacement, path, subject.id)],
          verify: { argv: ['go', 'list', '-m', path], expect: { key: 'expect', data } },
          about: path,
        },
      ];
    }),
});

/** The line is taken out of the file that it stands in: a go.work, or the go.mod of this or another member. */
function dropFrom({ file, only }: NonNullable<BuildModule['replacedBy']>, path: string, dir: string): FixPlan {
  const old = `-dropreplace=${path}${only ? `@${only}` : ''}`;
  if (!file.endsWith('go.mod')) return inModule(dir, ['go', 'work', 'edit', old], 'fix-drop-work', false);
  return inModule(
    file === 'go.mod' ? '.' : file.slice(0, -'/go.mod'.length),
    ['go', 'mod', 'edit', old],
    'fix-drop',
    false,
  );
}

type Kind = 'lowered' | 'fork' | 'local';

const severityOf: Readonly<Record<Kind, Severity>> = { lowered: 'warning', fork: 'info', local: 'info' };

/** The same module at the same or a later version is no news. */
function kindOf({ path, required, replacedBy }: BuildModule): Kind | undefined {
  if (!replacedBy) return undefined;
  if (isDirectoryPath(replacedBy.path)) return 'local';
  if (replacedBy.path !== path) return 'fork';
  return replacedBy.version && compareModule(replacedBy.version, required) < 0 ? 'lowered' : undefined;
}

export default trap;
