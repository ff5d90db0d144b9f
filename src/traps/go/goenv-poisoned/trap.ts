import type { Claim, FixPlan, Severity } from '../../../core/claim.ts';
import type { Symptom } from '../../../core/symptom.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type PoisonedEntry, poisonedEntries } from '../../../facts/go/goenv-file.ts';
import { goRoot } from '../../../facts/go/root.ts';
import { platform } from '../../../facts/machine.ts';
import { dropFlags, settingEvidence, settingPlace, strikeSetting, unsetSetting } from '../../../fix/plans.ts';
import { isRefusedBy } from '../../../read/go/go-flags.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The file that `go env -w` writes holds an entry that does harm in every shell, and sometimes keeps itself from being removed. */
const trap: Trap = defineTrap({
  id: 'goenv-poisoned',
  group: 'go',
  subject: 'machine',
  needs: { entries: poisonedEntries, root: goRoot, platform },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) =>
    (facts.entries ?? []).map((entry): Claim => {
      const { setting, poison } = entry;
      const data = {
        name: setting.name,
        value: setting.value.replace('\r', '\\r'),
        source: setting.source,
        os: facts.platform?.os ?? '',
        arch: facts.platform?.arch ?? '',
      };
      return {
        subject,
        severity: severityOf(entry),
        confidence: 'proven',
        title: { key: `title-${poison}`, data },
        why: { key: `why-${poison}`, data },
        bites: { key: `bites-${poison}`, data },
        location: settingPlace(setting),
        evidence: [settingEvidence(setting)],
        causes: causesOf(entry),
        fixes: waysOut(entry, facts.root?.own.root),
        verify: { argv: ['go', 'env', setting.name], expect: { key: 'expect' } },
        about: setting.name,
      };
    }),
});

/** A bad GOBIN stops only `go install`, and programs for another machine only those who start them. */
function severityOf({ setting, poison }: PoisonedEntry): Severity {
  if (poison === 'folder') return 'error';
  return poison === 'refused' && setting.name !== 'GOBIN' ? 'error' : 'warning';
}

/** Of what go refuses the setting itself is told by another trap; here it is that it stays. */
function causesOf({ setting: { name }, poison }: PoisonedEntry): Symptom[] {
  if (poison === 'folder') return [{ kind: 'go-refuses-settings', about: [name] }];
  if (poison === 'platform') return [{ kind: 'go-install-refused', about: [name] }];
  if (poison === 'pattern') return [{ kind: 'module-access-denied', about: [name] }];
  return [{ kind: 'go-setting-kept', about: name === 'GOTOOLCHAIN' ? [name, 'go'] : [name] }];
}

/** `goodRoot`: the tree that the go on PATH would use by itself. */
function waysOut({ setting, locked, complaint }: PoisonedEntry, goodRoot: string | undefined): FixPlan[] {
  const { name } = setting;
  if (complaint) return [dropFlags(setting, isRefusedBy(complaint))];
  if (!locked) return [unsetSetting(setting)];
  // With these in the environment `go env -u` runs again (measured). GOWORK cannot be removed that way at all.
  const override = { GOROOT: goodRoot, GOPATH: '/tmp', GOTOOLCHAIN: 'local' }[name];
  if (!override) return [strikeSetting(setting)];
  const lines = [{ shell: 'bash, zsh, fish', line: `env ${name}=${override} go env -u ${name}` }];
  return [
    strikeSetting(setting),
    { kind: 'text', safety: 'manual', title: { key: 'fix-override', data: { name } }, lines },
  ];
}

export default trap;
