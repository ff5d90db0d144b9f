import type { FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { recommendedPlugin } from '../../../facts/generation/recommended.ts';
import { toolNeed, toolPlaces } from '../../../facts/generation/tools.ts';
import type { ToolFile } from '../../../facts/tools/path.ts';
import { generatorSeverity, goInstall } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A file of the right name is on PATH, and the system cannot start it. */
const trap: Trap = defineTrap({
  id: 'plugin-not-executable',
  group: 'codegen',
  subject: 'tool',
  needs: { need: toolNeed, places: toolPlaces, recommended: recommendedPlugin },
  messages: { en, 'zh-CN': zh },
  article: ['1.intro.silent-go-run', '1.plugin-path.must-be-on-path'],
  judge: ({ facts, subject, options }) => {
    const { need, places, recommended } = facts;
    // Files without permission are passed over; a good one further on in PATH runs.
    const file = places?.runs ?? places?.onPath[0];
    const kind = file && kindOf(file);
    if (!need || !file || !kind) return [];
    const data = { plugin: subject.id, path: file.path, interpreter: file.format.interpreter ?? '' };
    return [
      {
        subject,
        severity: generatorSeverity(need.lacksCode, options, 'warning'),
        confidence: 'proven',
        title: { key: `title-${kind}`, data },
        why: { key: `why-${kind}`, data },
        bites: { key: kind === 'empty' ? 'bites-empty' : 'bites', data },
        location: { binary: file.path },
        evidence: [
          { source: file.path, text: kind === 'interpreter' ? `#!${file.format.interpreter}` : evidenceOf[kind] },
        ],
        causes: [{ kind: subject.id === 'protoc' ? 'protoc-not-started' : 'plugin-not-started', about: [subject.id] }],
        fixes: [
          ...(kind === 'permission' ? [permit(file)] : []),
          recommended?.version
            ? goInstall(recommended.package, recommended.version)
            : ({ kind: 'text', safety: 'manual', title: { key: 'fix-again', data } } as const),
        ],
        verify: {
          argv: ['grpc-doctor', 'check', '--only', 'plugin-not-executable'],
          expect: { key: 'common.check-again' },
        },
      },
    ];
  },
});

type Kind = 'permission' | 'empty' | 'crlf' | 'interpreter';

const evidenceOf: Readonly<Record<Kind, string>> = {
  permission: 'no permission to execute',
  empty: '0 bytes',
  crlf: 'its first line ends in CR LF',
  interpreter: '',
};

function kindOf(file: ToolFile): Kind | undefined {
  if (!file.mayExecute) return 'permission';
  if (file.format.kind === 'empty') return 'empty';
  if (file.format.crlf) return 'crlf';
  return file.interpreterMissing ? 'interpreter' : undefined;
}

function permit(file: ToolFile): FixPlan {
  const argv = ['chmod', '+x', file.path];
  return {
    kind: 'command',
    safety: 'safe',
    title: { key: 'fix-permit', data: { path: file.path } },
    argv,
    network: false,
  };
}

export default trap;
