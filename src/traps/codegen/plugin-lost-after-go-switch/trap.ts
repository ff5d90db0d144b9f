import type { FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import type { LostPlugin } from '../../../facts/generation/lost-plugin.ts';
import { lostPlugin } from '../../../facts/generation/lost-plugin.ts';
import { type RecommendedPlugin, recommendedPlugin } from '../../../facts/generation/recommended.ts';
import { toolNeed } from '../../../facts/generation/tools.ts';
import { generatorSeverity, goInstall, isPlugin, usePlace } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A version manager keeps what `go install` wrote with one Go; another Go runs now, and the plugin is out of reach. */
const trap: Trap = defineTrap({
  id: 'plugin-lost-after-go-switch',
  group: 'codegen',
  subject: 'tool',
  concerns: ({ id }) => isPlugin(id),
  needs: { need: toolNeed, lost: lostPlugin, recommended: recommendedPlugin },
  messages: { en, 'zh-CN': zh },
  article: ['2.1.version-manager', '2.1.manual-switch'],
  judge: ({ facts, subject, options }) => {
    const { need, lost, recommended } = facts;
    if (!need || !lost) return [];
    const { manager, running, copy, shim } = lost;
    const kind = copy.version === running ? 'unknown' : shim ? 'shim' : 'gone';
    const flag = subject.id.replace(/^protoc-gen-/, '');
    const data = { plugin: subject.id, flag, manager, running, other: copy.version, path: copy.path, shim: shim ?? '' };
    const [use] = need.uses;
    const severity = generatorSeverity(need.lacksCode, options, 'info');
    return [
      {
        subject,
        severity,
        confidence: 'proven',
        title: { key: `title-${kind}`, data },
        why: { key: `why-${kind === 'unknown' ? 'unknown' : manager}`, data },
        bites: { key: shim ? `bites-${manager}` : 'bites', data },
        ...(severity === 'error' && use ? usePlace(use) : { location: { binary: shim ?? copy.path } }),
        evidence: [
          { source: 'go', text: `go${running}` },
          { source: copy.path, text: `go${copy.version}` },
          ...(shim ? [{ source: shim, text: `${manager} shim` }] : []),
        ],
        causes: [
          { kind: 'go-version-differs', about: [subject.id] },
          { kind: 'plugin-not-started', about: [subject.id] },
        ],
        fixes: kind === 'unknown' ? reshim(lost, 'safe') : [...again(recommended, lost), ...reshim(lost, 'unsafe')],
        verify: {
          argv: ['grpc-doctor', 'check', '--only', 'plugin-lost-after-go-switch', '--for', 'generate'],
          expect: { key: 'common.check-again' },
        },
      },
    ];
  },
});

/** Installed once more, for the Go that runs now. */
function again(plugin: RecommendedPlugin | undefined, { running }: LostPlugin): FixPlan[] {
  if (plugin?.version) return [goInstall(plugin.package, plugin.version)];
  return [{ kind: 'text', safety: 'manual', title: { key: 'fix-again', data: { running } } }];
}

/** After an installation, which is not safe to do unasked, it is a part of that; alone it only writes shims. */
function reshim({ reshim: argv }: LostPlugin, safety: 'safe' | 'unsafe'): FixPlan[] {
  return argv ? [{ kind: 'command', safety, title: { key: 'fix-reshim' }, argv, network: false }] : [];
}

export default trap;
