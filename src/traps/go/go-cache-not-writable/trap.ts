import type { Claim, FixPlan, ShellLine } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type BlockedCache, blockedCaches, refusedCaches } from '../../../facts/go/caches.ts';
import type { Setting } from '../../../facts/go/settings.ts';
import { platform } from '../../../facts/machine.ts';
import { settingEvidence, settingPlace, unsetSetting } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The build cache or the module cache cannot take what a build has to put there. */
const trap: Trap = defineTrap({
  id: 'go-cache-not-writable',
  group: 'go',
  subject: 'project',
  needs: { blocked: blockedCaches, refused: refusedCaches, platform },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) => {
    const windows = facts.platform?.os === 'windows';
    return [
      ...(facts.refused ?? []).map((setting) => refusal(subject, setting)),
      ...(facts.blocked ?? []).filter(bites).map((cache) => blocked(subject, cache, windows)),
    ];
  },
});

/** A module cache that has all that is needed is only read (measured), whoever it belongs to. */
function bites({ name, lacks }: BlockedCache): boolean {
  return name === 'GOCACHE' || lacks !== undefined;
}

function refusal(subject: Subject, setting: Setting): Claim {
  const data = { name: setting.name, value: setting.value };
  const off = setting.value === 'off';
  const bite = off ? 'bites-off' : setting.name === 'GOCACHE' ? 'bites-build-relative' : 'bites-modules-relative';
  return {
    ...common(subject, setting.name),
    severity: 'error',
    title: { key: off ? 'title-off' : 'title-relative', data },
    why: { key: off ? 'why-off' : 'why-relative', data },
    bites: { key: bite, data },
    location: settingPlace(setting),
    evidence: [settingEvidence(setting)],
    fixes: [unsetSetting(setting)],
  };
}

function blocked(subject: Subject, cache: BlockedCache, windows: boolean): Claim {
  const { name, folder, at, wanted, state, filled, setting, lacks, own } = cache;
  const kind = name === 'GOCACHE' ? (state === 'file' ? 'file' : filled ? 'filled' : 'build') : 'modules';
  const data = { name, folder, at, wanted, lacks: lacks ?? '' };
  return {
    ...common(subject, name),
    severity: kind === 'filled' ? 'warning' : 'error',
    title: { key: kind === 'modules' ? 'title-modules' : 'title', data },
    why: { key: `why-${kind}`, data },
    bites: { key: `bites-${kind}`, data },
    location: setting ? settingPlace(setting) : { env: name },
    evidence: [
      ...(setting ? [settingEvidence(setting)] : []),
      { source: at, text: state === 'file' ? 'a file, not a folder' : 'this user may not write here' },
    ],
    fixes: [wayOut(data, own && state === 'denied', windows)],
  };
}

/** Only a folder of the user's own is given back to the user. */
function wayOut(data: { name: string; folder: string }, own: boolean, windows: boolean): FixPlan {
  const place = data.name.toLowerCase();
  const lines: ShellLine[] = windows
    ? [{ shell: 'PowerShell', line: `$env:${data.name} = "$env:TEMP\\${place}"` }]
    : [
        ...(own ? [{ shell: 'bash, zsh, fish', line: `sudo chown -R "$(id -un)" ${data.folder}` }] : []),
        { shell: 'bash, zsh', line: `export ${data.name}=/tmp/${place}` },
        { shell: 'Dockerfile', line: `ENV ${data.name}=/tmp/${place}` },
      ];
  return { kind: 'text', safety: 'manual', title: { key: own ? 'fix-own' : 'fix-elsewhere', data }, lines };
}

function common(subject: Subject, name: string) {
  return {
    subject,
    confidence: 'proven',
    causes: [{ kind: 'go-cache-refused', about: [name] }],
    verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
    about: name,
  } satisfies Partial<Claim>;
}

export default trap;
