import type { Platform } from '../../../core/host.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { recommendedPlugin } from '../../../facts/generation/recommended.ts';
import { toolNeed, toolPlaces } from '../../../facts/generation/tools.ts';
import { platform } from '../../../facts/machine.ts';
import { emulatedArchitectures } from '../../../facts/tools/emulation.ts';
import { generatorSeverity, goInstall } from '../../../fix/plans.ts';
import type { Executable } from '../../../read/binary/executable.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The plugin (or protoc) that would run was built for another processor or another system. */
const trap: Trap = defineTrap({
  id: 'plugin-wrong-arch',
  group: 'codegen',
  subject: 'tool',
  needs: {
    need: toolNeed,
    places: toolPlaces,
    platform,
    emulated: emulatedArchitectures,
    recommended: recommendedPlugin,
  },
  messages: { en, 'zh-CN': zh },
  article: ['1.script.check-protoc-gen-go'],
  judge: ({ facts, subject, options }) => {
    const { need, platform: host, emulated = [], recommended } = facts;
    const file = facts.places?.runs;
    if (!need || !file || !host || runsOn(host, emulated, file.format)) return [];
    const built = `${file.format.os ?? '?'}/${file.format.arch ?? file.format.archs?.join('+') ?? '?'}`;
    const data = { plugin: subject.id, path: file.path, built, host: `${host.os}/${host.arch}` };
    return [
      {
        subject,
        severity: generatorSeverity(need.lacksCode, options, 'warning'),
        confidence: 'proven',
        title: { key: 'title', data },
        why: { key: 'why', data },
        bites: { key: host.os === 'linux' ? 'bites' : 'bites-other', data },
        location: { binary: file.path },
        evidence: [
          { source: file.path, text: `${file.format.kind} for ${built}` },
          { source: 'this machine', text: data.host },
        ],
        causes: [{ kind: subject.id === 'protoc' ? 'protoc-not-started' : 'plugin-not-started', about: [subject.id] }],
        fixes: [
          ...(recommended?.version ? [goInstall(recommended.package, recommended.version)] : []),
          { kind: 'text', safety: 'manual', title: { key: 'fix-env' } },
        ],
        verify: {
          argv: ['grpc-doctor', 'check', '--only', 'plugin-wrong-arch'],
          expect: { key: 'common.check-again' },
        },
      },
    ];
  },
});

/** Formats that do not tell are given the benefit of the doubt. */
function runsOn(host: Platform, emulated: readonly string[], { os, arch, archs }: Executable): boolean {
  if (os !== undefined && os !== host.os) return false;
  const built = archs ?? (arch === undefined ? [] : [arch]);
  return built.length === 0 || built.some((one) => one === host.arch || emulated.includes(one));
}

export default trap;
