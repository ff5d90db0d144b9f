import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type StageProxy, stageProxies } from '../../../facts/deploy/proxy-settings.ts';
import { goSettings, type Setting } from '../../../facts/go/settings.ts';
import { settingPlace, unsetSetting } from '../../../fix/plans.ts';
import { setProxy } from '../../../fix/proxy-plans.ts';
import { knowsProxyBar } from '../../../knowledge/go-rules.ts';
import { readGoProxy } from '../../../read/modules/go-proxy.ts';
import { hostOf, isPublicMirror } from '../../../read/modules/module-host.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** An image, a CI job or this machine takes every module from one public mirror, and nothing stands behind it. */
const trap: Trap = defineTrap({
  id: 'proxy-without-fallback',
  group: 'module',
  subject: 'project',
  needs: { stages: stageProxies, settings: goSettings },
  messages: { en, 'zh-CN': zh },
  article: ['2.3.set-proxy', '2.3.fallback-timeout'],
  judge: ({ facts, subject }) => {
    const stages = (facts.stages ?? []).filter(({ value }) => isMirrorAlone(value));
    const own = facts.settings?.set.get('GOPROXY');
    return [
      ...stages.map((one) => stageClaim(subject, one)),
      ...(own && isMirrorAlone(own.value) ? [machineClaim(subject, own)] : []),
    ];
  },
});

/** A company's proxy may be the only way out on purpose; of a public mirror nobody has that promise. */
function isMirrorAlone(value: string): boolean {
  const entries = readGoProxy(value);
  const [only] = entries;
  return (
    entries.length === 1 && only?.kind === 'http' && isPublicMirror(hostOf((only.url ?? '').replace(/^\w+:\/\//, '')))
  );
}

function stageClaim(subject: Subject, { place, file, line, text, value, bar, go }: StageProxy): Claim {
  const old = go !== undefined && !knowsProxyBar(go);
  const better = `${value}${old ? ',' : '|'}direct`;
  const data = { file, value, better, go: go ?? '' };
  const title = { key: old ? 'fix-comma' : 'fix-bar', data };
  const after = bar === 'quoted' && !old ? `'${better}'` : better;
  // The line must hold the address once, or the edit would not know which.
  const fix: FixPlan =
    bar === 'unclear' || text.split(value).length !== 2
      ? { kind: 'text', safety: 'manual', title }
      : { kind: 'edit', safety: 'safe', title, edits: [{ file, line, text, before: value, after }] };
  return {
    subject,
    severity: 'warning',
    confidence: 'proven',
    title: { key: `title-${place}`, data },
    why: { key: 'why', data },
    bites: { key: 'bites', data },
    location: { file, line },
    frame: { text: text.trim(), mark: value },
    evidence: [{ source: file, line, text: text.trim() }],
    causes: [{ kind: 'module-source-unreachable', about: [file] }],
    fixes: [fix, { kind: 'text', safety: 'manual', title: { key: 'fix-argument' }, lines: [argument[place]] }],
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'proxy-without-fallback'],
      expect: { key: 'common.check-again' },
    },
    about: `${file} ${value}`,
  };
}

/** How who builds chooses the proxy. */
const argument = {
  image: { shell: 'Dockerfile', line: 'ARG GOPROXY' },
  ci: { shell: 'GitHub Actions', line: `GOPROXY: \${{ vars.GOPROXY }}` },
} as const;

function machineClaim(subject: Subject, setting: Setting): Claim {
  const { value, source, line } = setting;
  const better = `${value}|direct`;
  const data = { value, better };
  return {
    subject,
    severity: 'info',
    confidence: 'proven',
    title: { key: 'title-machine', data },
    why: { key: 'why', data },
    bites: { key: 'bites', data },
    location: settingPlace(setting),
    evidence: [{ source, ...(line && { line }), text: `GOPROXY=${value}` }],
    causes: [{ kind: 'module-source-unreachable', about: ['GOPROXY'] }],
    fixes: [setProxy(setting, better, { key: 'fix-bar', data }), unsetSetting(setting)],
    verify: { argv: ['go', 'env', 'GOPROXY'], expect: { key: 'expect', data } },
    about: 'machine',
  };
}

export default trap;
