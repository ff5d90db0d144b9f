import type { Claim, FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type OldGrpcUser, oldGrpcUsers } from '../../../facts/modules/old-grpc-users.ts';
import { inModule } from '../../../fix/plans.ts';
import { grpcModule } from '../../../knowledge/names.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A dependency uses parts of grpc-go that the version in this build no longer has. */
const trap: Trap = defineTrap({
  id: 'dependency-needs-older-grpc',
  group: 'module',
  subject: 'module',
  needs: { users: oldGrpcUsers },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) =>
    (facts.users ?? []).map((user): Claim => {
      const { module, grpc, ceiling, imported, how, list } = user;
      const data = {
        module: module.path,
        version: module.version ?? '',
        package: imported?.path ?? ceiling.packages[0] ?? '',
        grpc: grpc.version ?? '',
        last: ceiling.lastGrpc,
        broken: ceiling.brokenBy,
        says: ceiling.says ?? '',
        instead: `${ceiling.instead ?? ''} ${ceiling.insteadVersion ?? ''}`,
      };
      return {
        subject,
        severity: how === 'behind' ? 'warning' : 'error',
        confidence: how === 'behind' ? 'likely' : list.confidence,
        title: { key: 'title', data },
        why: { key: how === 'behind' ? 'why-behind' : 'why', data },
        bites: { key: 'bites', data },
        location: { file: module.file, ...(module.line && { line: module.line }) },
        frame: { text: `${module.path} ${module.version}`, label: { key: 'label', data } },
        evidence: [
          { source: grpc.file, ...(grpc.line && { line: grpc.line }), text: `${grpcModule} ${grpc.version}` },
          imported
            ? { source: imported.file, line: imported.line, text: `imports ${imported.path}` }
            : {
                source: module.file,
                ...(module.line && { line: module.line }),
                text: `${module.path} ${module.version}`,
              },
        ],
        causes: [{ kind: 'dependency-does-not-compile', about: [module.path] }],
        fixes: fixesOf(user, subject.id, data),
        verify: { argv: ['go', 'build', data.package], expect: { key: 'common.build-passes' } },
        about: module.path,
      };
    }),
});

function fixesOf({ module, ceiling, list }: OldGrpcUser, dir: string, data: Record<string, string>): FixPlan[] {
  const { instead, insteadVersion, lastGrpc } = ceiling;
  const target = `${instead}@${insteadVersion}`;
  const newer: FixPlan =
    instead === module.path
      ? inModule(dir, ['go', 'get', target], 'fix-newer', true)
      : {
          kind: 'text',
          safety: 'manual',
          title: { key: 'fix-instead', data },
          lines: [{ shell: 'sh', line: `go get ${target} && go mod tidy` }],
        };
  const edit = list.source === 'go.work' ? ['go', 'work', 'edit'] : ['go', 'mod', 'edit'];
  return [newer, inModule(dir, [...edit, `-replace=${grpcModule}=${grpcModule}@${lastGrpc}`], 'fix-replace', false)];
}

export default trap;
