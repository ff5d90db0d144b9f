import type { Claim, FixPlan, Severity } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { linters } from '../../../facts/deploy/linters.ts';
import type { ProjectInstall } from '../../../facts/deploy/tool-installs.ts';
import type { ModuleFile } from '../../../facts/modules/modules.ts';
import type { ToolFile } from '../../../facts/tools/path.ts';
import { linterFor, linterPackage, linterRelease } from '../../../knowledge/linters.ts';
import type { LinterRelease } from '../../../knowledge/table.ts';
import { compareGo, goLanguage } from '../../../read/go/go-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The golangci-lint that is used was built with an older Go than the module asks for, and refuses it. */
const trap: Trap = defineTrap({
  id: 'linter-built-with-older-go',
  group: 'go',
  subject: 'project',
  needs: { linters },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) => {
    if (!facts.linters) return [];
    const { releases, installed, module } = facts.linters;
    const ofLines = releases.flatMap((install) => judgeRelease(subject, install, module));
    return [...ofLines, ...(installed ? judgeInstalled(subject, installed, module) : [])];
  },
});

function judgeRelease(subject: Subject, install: ProjectInstall, module: ModuleFile): Claim[] {
  const release = linterRelease(install.version ?? '');
  const target = release && targetOf(module, release);
  if (!release || !target || !isOlder(release.go, target.version)) return [];
  const { file, line, column, lineText, version = '' } = install;
  // A job of CI runs it, while a line of a script may be an old one that nobody calls.
  return [
    {
      ...common(subject, {
        version,
        built: release.go,
        target,
        severity: install.place === 'job' ? 'error' : 'warning',
      }),
      bites: { key: `bites-${release.says}`, data: { built: release.go, target: target.version } },
      location: { file, line, column },
      frame: { text: lineText.trim(), mark: version },
      evidence: [
        { source: file, line, text: install.text },
        { source: module.file, line: target.line, text: target.text },
      ],
      fixes: fixes(target, { file, line, lineText, version }),
      about: `${file} ${version}`,
    },
  ];
}

function judgeInstalled(subject: Subject, { path, build }: ToolFile, module: ModuleFile): Claim[] {
  const built = goLanguage(build?.goVersion ?? '');
  const version = build?.main?.version ?? '';
  const release = linterRelease(version);
  const target = release && targetOf(module, release);
  if (!built || !release || !target || !isOlder(built, target.version)) return [];
  return [
    {
      ...common(subject, { version, built, target, severity: 'warning' }),
      bites: { key: `bites-${release.says}`, data: { built, target: target.version } },
      location: { binary: path },
      evidence: [
        { source: path, text: `golangci-lint ${version}, built with ${build?.goVersion}` },
        { source: module.file, line: target.line, text: target.text },
      ],
      fixes: fixes(target),
      about: path,
    },
  ];
}

interface Target {
  readonly version: string;
  readonly line: number;
  readonly text: string;
}

/** The line of go.mod that this release compares with the Go that it was built with. */
function targetOf({ mod, lines }: ModuleFile, { reads }: LinterRelease): Target | undefined {
  const text = (line: number): string => lines[line - 1]?.trim() ?? '';
  const { toolchain, go } = mod;
  if (reads === 'toolchain' && toolchain)
    return { version: toolchain.name.replace(/^go/, ''), line: toolchain.line, text: text(toolchain.line) };
  return go && { version: go.version, line: go.line, text: text(go.line) };
}

/** Only the language versions are compared: 1.24 is enough for a go line of 1.24.9. */
function isOlder(built: string, target: string): boolean {
  return compareGo(built, goLanguage(target) ?? '') < 0;
}

function common(
  subject: Subject,
  { version, built, target, severity }: { version: string; built: string; target: Target; severity: Severity },
): Pick<Claim, 'subject' | 'severity' | 'confidence' | 'title' | 'why' | 'causes' | 'verify'> {
  const data = { version, built, target: target.version, text: target.text };
  return {
    subject,
    severity,
    confidence: 'likely',
    title: { key: 'title', data },
    why: { key: 'why', data },
    causes: [{ kind: 'linter-refuses-module', about: ['golangci-lint'] }],
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'linter-built-with-older-go'],
      expect: { key: 'common.check-again' },
    },
  };
}

function fixes(target: Target, place?: { file: string; line: number; lineText: string; version: string }): FixPlan[] {
  const fitting = linterFor((go) => !isOlder(go, target.version))?.since;
  const language = goLanguage(target.version) ?? '';
  const plans: FixPlan[] = [];
  if (fitting && place?.lineText.includes(place.version)) {
    const { file, line, lineText, version } = place;
    const after = version.startsWith('v') ? fitting : fitting.slice(1);
    const edits = [{ file, line, text: lineText, before: version, after }];
    plans.push({ kind: 'edit', safety: 'unsafe', title: { key: 'fix-version', data: { fitting } }, edits });
  }
  const path = linterPackage(fitting ?? '');
  const line = `GOTOOLCHAIN=go${language}.0+auto go install ${path}@${fitting ?? 'latest'}`;
  const lines = [{ shell: 'sh', line }];
  plans.push({ kind: 'text', safety: 'manual', title: { key: 'fix-build', data: { language } }, lines });
  return plans;
}

export default trap;
