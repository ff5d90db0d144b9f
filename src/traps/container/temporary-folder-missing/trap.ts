import type { FixPlan } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { programPlace } from '../../../facts/programs/place.ts';
import type { Place } from '../../../facts/programs/program.ts';
import { program } from '../../../facts/programs/programs.ts';
import { runtimeUses } from '../../../facts/source/runtime-files.ts';
import { completeStaticImage } from '../../../knowledge/image-contents.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A program makes temporary files, and its image has no folder for them. */
const trap: Trap = defineTrap({
  id: 'temporary-folder-missing',
  group: 'container',
  subject: 'program',
  needs: { program, place: programPlace, runtime: runtimeUses },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { program: one, place, runtime }, subject }) => {
    if (!one || place?.kind !== 'image' || place.contents['temporary-folder']?.there !== false || !place.base)
      return [];
    if (place.environment.has('TMPDIR')) return [];
    const uses = (runtime?.uses ?? []).filter(({ needs }) => needs === 'temporary-folder');
    const use = uses.find(({ conditional }) => !conditional) ?? uses[0];
    if (!use) return [];
    const data = { name: one.name, image: place.name, call: use.mark, file: use.file, line: use.line };
    return [
      {
        subject,
        severity: use.conditional ? 'warning' : 'error',
        confidence: 'likely',
        title: { key: 'title', data },
        why: { key: 'why', data },
        bites: { key: 'bites' },
        location: { file: place.base.source, ...(place.base.line && { line: place.base.line }) },
        frame: { text: place.base.text, label: { key: 'label' } },
        evidence: [{ source: use.file, line: use.line, text: use.text.trim() }],
        causes: [{ kind: 'temporary-folder-missing', about: [subject.id] }],
        fixes: fixes(place),
        verify: {
          argv: ['grpc-doctor', 'check', '--only', 'temporary-folder-missing'],
          expect: { key: 'common.check-again' },
        },
      },
    ];
  },
});

function fixes({ base, name }: Place): FixPlan[] {
  const edits = base?.line
    ? [{ file: base.source, line: base.line, text: base.text, before: name, after: completeStaticImage }]
    : [];
  return [
    { kind: 'edit', safety: 'unsafe', title: { key: 'fix-base', data: { image: completeStaticImage } }, edits },
    {
      kind: 'text',
      safety: 'manual',
      title: { key: 'fix-mount' },
      lines: [
        { shell: 'docker run', line: '--tmpfs /tmp' },
        {
          shell: 'Kubernetes',
          line: 'volumeMounts: [{ name: tmp, mountPath: /tmp }]  # volumes: [{ name: tmp, emptyDir: {} }]',
        },
        { shell: 'Dockerfile', line: 'ENV TMPDIR=/data' },
      ],
    },
  ];
}

export default trap;
