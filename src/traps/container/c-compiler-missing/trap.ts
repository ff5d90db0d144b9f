import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type CgoBuilder, cgoBuilders } from '../../../facts/modules/cgo-builders.ts';
import { linesBefore, settingPlace, unsetSetting } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Cgo is on where a module is built, and there is no C compiler. */
const trap: Trap = defineTrap({
  id: 'c-compiler-missing',
  group: 'container',
  subject: 'module',
  needs: { builders: cgoBuilders },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { builders }, subject }) => (builders ?? []).filter(stops).map((builder) => claim(subject, builder)),
});

/** With cgo on, C code has to be compiled: that of a package, or from Go 1.20 on that of package net. */
function stops({ enabled, compiler, wants, withLibc, compilesLibrary }: CgoBuilder): boolean {
  return enabled === true && compiler === false && (wants.length > 0 || (withLibc && compilesLibrary));
}

function claim(subject: Subject, builder: CgoBuilder): Claim {
  const [want] = builder.wants;
  const data = { by: builder.name, package: want?.row.package ?? '', file: want?.file ?? '', line: want?.line ?? 0 };
  const place = builder.set ? (builder.by ?? builder.command) : builder.command;
  return {
    subject,
    severity: 'error',
    confidence: builder.kind === 'machine' ? 'proven' : 'likely',
    title: { key: builder.kind === 'image' ? 'title-image' : 'title-machine', data },
    why: { key: want ? 'why-package' : 'why-library', data },
    bites: { key: 'bites' },
    location: place
      ? { file: place.source, ...(place.line && { line: place.line }) }
      : builder.setting
        ? settingPlace(builder.setting)
        : { env: 'PATH' },
    ...(place && { frame: { text: place.text.trim(), label: { key: 'label' } } }),
    evidence: [
      ...(builder.setting ? [{ source: builder.setting.source, text: `CGO_ENABLED=${builder.setting.value}` }] : []),
      ...(want ? [{ source: want.file, line: want.line, text: want.row.package }] : []),
      ...(builder.command ? [builder.command] : []),
    ],
    causes: [{ kind: 'c-compiler-not-started', about: [`${subject.id} ${builder.name}`] }],
    fixes: fixes(builder),
    verify: { argv: ['grpc-doctor', 'check', '--only', 'c-compiler-missing'], expect: { key: 'common.check-again' } },
    about: `${builder.kind} ${builder.command?.source ?? ''}`,
  };
}

/** What Alpine needs for C code; `gcc` alone comes without the headers of the library. */
const alpinePackages = 'apk add --no-cache gcc musl-dev';

function fixes(builder: CgoBuilder): FixPlan[] {
  const { by, setting, command, wants, kind } = builder;
  const plans: FixPlan[] = [];
  if (setting && wants.length === 0) plans.push(unsetSetting(setting));
  if (kind === 'image' && wants.length === 0 && by?.line && by.text.split('CGO_ENABLED=1').length === 2)
    plans.push({
      kind: 'edit',
      safety: 'safe',
      title: { key: 'fix-disable' },
      edits: [{ file: by.source, line: by.line, text: by.text, before: 'CGO_ENABLED=1', after: 'CGO_ENABLED=0' }],
    });
  if (
    kind === 'image' &&
    /alpine/.test(builder.name) &&
    command?.line &&
    by?.line === command.line &&
    /^RUN\s/i.test(by.text)
  )
    plans.push({
      kind: 'edit',
      safety: 'unsafe',
      title: { key: 'fix-install-here' },
      edits: [linesBefore({ file: by.source, line: by.line, text: by.text }, [`RUN ${alpinePackages}`])],
    });
  plans.push({
    kind: 'text',
    safety: 'manual',
    title: { key: 'fix-install' },
    lines: [
      { shell: 'Alpine', line: alpinePackages },
      { shell: 'Debian, Ubuntu', line: 'apt-get install -y gcc libc6-dev' },
      { shell: 'macOS', line: 'xcode-select --install' },
    ],
  });
  return plans;
}

export default trap;
