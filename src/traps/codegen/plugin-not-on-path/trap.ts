import type { FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type RecommendedPlugin, recommendedPlugin } from '../../../facts/generation/recommended.ts';
import { toolNeed, toolPlaces } from '../../../facts/generation/tools.ts';
import { platform } from '../../../facts/machine.ts';
import { type InstallFolder, installFolders } from '../../../facts/tools/path.ts';
import { generatorSeverity, goInstall, isPlugin, pathLines, usePlace } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** protoc or buf looks for a plugin on PATH and does not find it: not installed, or installed where PATH does not lead. */
const trap: Trap = defineTrap({
  id: 'plugin-not-on-path',
  group: 'codegen',
  subject: 'tool',
  concerns: ({ id }) => isPlugin(id),
  needs: { need: toolNeed, places: toolPlaces, folders: installFolders, recommended: recommendedPlugin, platform },
  messages: { en, 'zh-CN': zh },
  article: [
    '1.intro.plugin-not-found',
    '1.plugin-path.must-be-on-path',
    '1.plugin-path.gopath-bin',
    '1.plugin-path.not-in-shell',
    '1.plugin-path.export-path',
    '1.script.check-protoc-gen-go',
    '1.script.check-protoc-gen-go-grpc',
    '1.script.row-path',
  ],
  judge: ({ facts, subject, options }) => {
    const { need, places, folders = [], recommended } = facts;
    // A file that is there and cannot be started is another trap.
    if (!need || !places || places.onPath.length > 0) return [];
    const found = places.installed.find(({ mayExecute }) => mayExecute);
    const severity = generatorSeverity(need.lacksCode, options, 'info');
    const [use] = need.uses;
    const flag = subject.id.replace(/^protoc-gen-/, '');
    const data = { plugin: subject.id, flag, folder: found?.folder ?? '' };
    const windows = facts.platform?.os === 'windows';
    return [
      {
        subject,
        severity,
        confidence: 'proven',
        title: { key: found ? 'title-folder' : need.lacksCode ? 'title' : 'title-committed', data },
        why: { key: found ? 'why-folder' : need.lacksCode ? 'why' : 'why-committed', data },
        bites: { key: 'bites', data },
        ...(severity === 'error' && use ? usePlace(use) : { location: { binary: subject.id } }),
        evidence: [
          found
            ? { source: found.path, text: `${found.folder} is not on PATH` }
            : { source: 'PATH', text: `no ${subject.id}` },
          ...(use
            ? [
                {
                  source: use.step.file,
                  line: use.plugin?.line ?? use.step.line,
                  text: use.plugin?.text ?? use.step.text,
                },
              ]
            : []),
        ],
        causes: [{ kind: 'plugin-not-started', about: [subject.id] }],
        fixes: found ? [toPath(found.folder, windows)] : install(recommended, folders, windows),
        verify: {
          argv: ['grpc-doctor', 'check', '--only', 'plugin-not-on-path', '--for', 'generate'],
          expect: { key: 'common.check-again' },
        },
      },
    ];
  },
});

function install(
  plugin: RecommendedPlugin | undefined,
  folders: readonly InstallFolder[],
  windows: boolean,
): FixPlan[] {
  const current = folders.find((folder) => folder.current);
  const path = current && !current.onPath ? [toPath(current.folder, windows)] : [];
  if (!plugin?.version) return [{ kind: 'text', safety: 'manual', title: { key: 'fix-unknown' } }, ...path];
  return [goInstall(plugin.package, plugin.version), ...path];
}

function toPath(folder: string, windows: boolean): FixPlan {
  return {
    kind: 'text',
    safety: 'manual',
    title: { key: 'common.add-to-path', data: { folder } },
    lines: pathLines(folder, windows),
  };
}

export default trap;
