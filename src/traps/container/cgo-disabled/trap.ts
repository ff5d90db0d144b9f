import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type CgoBuilder, type CgoWant, cgoBuilders } from '../../../facts/modules/cgo-builders.ts';
import { settingPlace, unsetSetting } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A module uses a package that is C inside, and something builds it without cgo. */
const trap: Trap = defineTrap({
  id: 'cgo-disabled',
  group: 'container',
  subject: 'module',
  needs: { builders: cgoBuilders },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { builders }, subject }) =>
    (builders ?? []).flatMap((builder) => {
      const want = builder.wants.find(({ row }) => row.fails === 'build') ?? builder.wants[0];
      return builder.enabled === false && want ? [claim(subject, builder, want)] : [];
    }),
});

function claim(subject: Subject, builder: CgoBuilder, { row, file, line }: CgoWant): Claim {
  const data = { by: builder.name, package: row.package, file, line, text: row.text, instead: row.instead ?? '' };
  const place = builder.by ?? builder.command;
  return {
    subject,
    severity: 'error',
    confidence: builder.set ? 'proven' : 'likely',
    title: { key: builder.kind === 'image' ? 'title-image' : 'title-machine', data },
    why: { key: `why-${row.fails}${builder.set ? '' : '-by-itself'}`, data },
    bites: { key: 'bites', data },
    location: place
      ? { file: place.source, ...(place.line && { line: place.line }) }
      : builder.setting
        ? settingPlace(builder.setting)
        : { file, line },
    ...(place && { frame: { text: place.text.trim(), label: { key: builder.set ? 'label-set' : 'label-compiler' } } }),
    evidence: [
      { source: file, line, text: row.package },
      ...(builder.setting ? [{ source: builder.setting.source, text: `CGO_ENABLED=${builder.setting.value}` }] : []),
      ...(builder.command && builder.command !== place ? [builder.command] : []),
    ],
    causes: [{ kind: 'cgo-left-out', about: [`${subject.id} ${builder.name}`] }],
    fixes: fixes(builder, data.instead),
    verify: { argv: ['grpc-doctor', 'check', '--only', 'cgo-disabled'], expect: { key: 'common.check-again' } },
    about: `${builder.kind} ${builder.command?.source ?? ''} ${row.package}`,
  };
}

function fixes({ kind, set, by, setting, compiler }: CgoBuilder, instead: string): FixPlan[] {
  const plans: FixPlan[] = [];
  if (setting) plans.push(unsetSetting(setting));
  if (kind === 'image' && set && by?.line && by.text.split('CGO_ENABLED=0').length === 2)
    plans.push({
      kind: 'edit',
      safety: 'unsafe',
      title: { key: 'fix-enable' },
      edits: [{ file: by.source, line: by.line, text: by.text, before: 'CGO_ENABLED=0', after: 'CGO_ENABLED=1' }],
    });
  if (compiler !== true)
    plans.push({
      kind: 'text',
      safety: 'manual',
      title: { key: 'fix-compiler' },
      lines: [
        { shell: 'Alpine', line: 'apk add gcc musl-dev' },
        { shell: 'Debian, Ubuntu', line: 'apt-get install -y gcc libc6-dev' },
      ],
    });
  if (instead !== '') plans.push({ kind: 'text', safety: 'manual', title: { key: 'fix-instead', data: { instead } } });
  return plans.length > 0 ? plans : [{ kind: 'text', safety: 'manual', title: { key: 'fix-enable' } }];
}

export default trap;
