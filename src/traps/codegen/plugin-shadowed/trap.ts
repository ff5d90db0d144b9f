import { defineTrap, type Trap } from '../../../core/trap.ts';
import { toolNeed, toolPlaces } from '../../../facts/generation/tools.ts';
import type { ToolFile } from '../../../facts/tools/path.ts';
import { isPlugin } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Two releases of one plugin are on PATH; the first runs, whichever the user believes in. */
const trap: Trap = defineTrap({
  id: 'plugin-shadowed',
  group: 'codegen',
  subject: 'tool',
  concerns: ({ id }) => isPlugin(id),
  needs: { need: toolNeed, places: toolPlaces },
  messages: { en, 'zh-CN': zh },
  article: ['1.plugin-path.export-path', '1.script.check-protoc-gen-go', '1.script.check-protoc-gen-go-grpc'],
  judge: ({ facts, subject }) => {
    const candidates = (facts.places?.onPath ?? []).filter(({ mayExecute }) => mayExecute);
    const [first] = candidates;
    const other = candidates.find((file) => first && differs(first, file));
    if (!facts.need || !first || !other) return [];
    const data = {
      plugin: subject.id,
      first: release(first),
      other: release(other),
      folder: first.folder,
      hidden: other.folder,
    };
    return [
      {
        subject,
        severity: 'warning',
        confidence: 'proven',
        title: { key: 'title', data },
        why: { key: 'why', data },
        bites: { key: 'bites' },
        location: { binary: first.path },
        evidence: candidates.map((file) => ({ source: file.path, text: release(file) })),
        causes: [{ kind: 'other-plugin-started', about: [subject.id] }],
        fixes: [{ kind: 'text', safety: 'manual', title: { key: 'fix-remove', data } }],
        verify: { argv: ['grpc-doctor', 'check', '--only', 'plugin-shadowed'], expect: { key: 'common.check-again' } },
      },
    ];
  },
});

/** Two files differ where both tell what they are, and tell different things. */
function differs(a: ToolFile, b: ToolFile): boolean {
  return Boolean(a.build?.main?.version && b.build?.main?.version) && release(a) !== release(b);
}

function release({ build }: ToolFile): string {
  return build ? `${build.path ?? '?'} ${build.main?.version ?? '?'}` : '?';
}

export default trap;
