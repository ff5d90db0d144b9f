import type { Claim } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type RaisedModule, raisedModules } from '../../../facts/modules/raised.ts';
import { inModule } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The build uses a higher grpc or protobuf than this go.mod writes, because somebody else requires it. */
const trap: Trap = defineTrap({
  id: 'grpc-version-raised',
  group: 'module',
  subject: 'module',
  needs: { raised: raisedModules },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }): Claim[] => {
    // grpc before protobuf: what raised the one has mostly raised the other, and one line is enough.
    const [first] = facts.raised ?? [];
    if (!first) return [];
    const { path, file, written, line, effective, chain, member } = first;
    const data = { path, goMod: file.file, written, effective, chain: sayChain(chain) };
    return [
      {
        subject,
        severity: 'info',
        confidence: member || chain.length > 0 ? 'proven' : 'likely',
        title: { key: 'title', data },
        why: { key: 'why', data },
        bites: { key: chain.length > 0 ? 'bites' : 'bites-unknown', data },
        location: { file: file.file, line },
        frame: { text: file.lines[line - 1]?.trim() ?? '', label: { key: 'label', data } },
        evidence: [{ source: file.file, line, text: `${path} ${written}` }, ...evidenceOf(first)],
        causes: [{ kind: 'module-version-raised', about: [path] }],
        fixes: [inModule(subject.id, ['go', 'get', `${path}@${effective}`], 'fix-get', true)],
        verify: { argv: ['go', 'list', '-m', path], expect: { key: 'expect', data } },
        about: path,
      },
    ];
  },
});

function evidenceOf({ path, effective, chain, member }: RaisedModule) {
  if (member) return [{ source: member.file, line: member.line, text: `${path} ${effective}` }];
  return [{ source: 'go mod graph', text: chain.length > 0 ? sayChain(chain) : `${path}@${effective}` }];
}

/** Go's own words, the same in every language: `a requires b@v1 requires c@v2`. */
function sayChain(chain: readonly string[]): string {
  return chain.join(' requires ');
}

export default trap;
