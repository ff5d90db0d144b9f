import type { Claim } from '../../../core/claim.ts';
import type { Text } from '../../../core/outcome.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { cachePlaces } from '../../../facts/go/caches.ts';
import { emptyFirstPath, faultyPaths, pathIsRoot } from '../../../facts/go/path-settings.ts';
import type { Setting } from '../../../facts/go/settings.ts';
import { settingEvidence, settingPlace, strikeSetting } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** GOPATH is no list of absolute paths, or it is the tree of Go itself. */
const trap: Trap = defineTrap({
  id: 'gopath-unusable',
  group: 'go',
  subject: 'machine',
  needs: { faulty: faultyPaths, emptyFirst: emptyFirstPath, isRoot: pathIsRoot, caches: cachePlaces },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) => {
    const faulty = facts.faulty?.find(({ setting }) => setting.name === 'GOPATH');
    if (faulty) {
      const { setting, entry, fault } = faulty;
      // Go prints the entry as a Go string.
      const data = { value: setting.value, entry, quoted: JSON.stringify(entry) };
      const bites = fault === 'tilde' ? 'bites-tilde' : 'bites-relative';
      return [{ ...refused(subject, setting), severity: 'error', ...sentences(`why-${fault}`, bites, data) }];
    }
    if (facts.emptyFirst) {
      const { value } = facts.emptyFirst;
      const elsewhere = facts.caches?.some(({ name, setting }) => name === 'GOMODCACHE' && setting);
      const bites = elsewhere ? 'bites-no-bin' : 'bites-no-cache';
      const severity = elsewhere ? 'warning' : 'error';
      return [{ ...refused(subject, facts.emptyFirst), severity, ...sentences('why-empty', bites, { value }) }];
    }
    if (!facts.isRoot) return [];
    const { value } = facts.isRoot;
    return [
      { ...refused(subject, facts.isRoot), severity: 'warning', ...sentences('why-root', 'bites-root', { value }) },
    ];
  },
});

function sentences(
  why: string,
  bites: string,
  data: NonNullable<Text['data']>,
): Pick<Claim, 'title' | 'why' | 'bites'> {
  const title = why === 'why-root' ? 'title-root' : 'title';
  return { title: { key: title, data }, why: { key: why, data }, bites: { key: bites, data } };
}

function refused(subject: Subject, setting: Setting) {
  return {
    subject,
    confidence: 'proven',
    location: settingPlace(setting),
    evidence: [settingEvidence(setting)],
    causes: [{ kind: 'go-refuses-settings', about: ['GOPATH'] }],
    fixes: [strikeSetting(setting)],
    verify: { argv: ['go', 'env', 'GOPATH'], expect: { key: 'expect' } },
  } satisfies Partial<Claim>;
}

export default trap;
