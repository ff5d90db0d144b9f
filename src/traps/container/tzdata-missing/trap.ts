import type { FixPlan, ShellLine } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { type Donor, programDonor } from '../../../facts/programs/donor.ts';
import { programPlace } from '../../../facts/programs/place.ts';
import type { Place, Program } from '../../../facts/programs/program.ts';
import { program } from '../../../facts/programs/programs.ts';
import { type RuntimeUse, runtimeUses } from '../../../facts/source/runtime-files.ts';
import { linesBefore } from '../../../fix/plans.ts';
import { completeStaticImage, rootOfGo, zonesOfGo } from '../../../knowledge/image-contents.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A program names a time zone, and its image has no table of zones. */
const trap: Trap = defineTrap({
  id: 'tzdata-missing',
  group: 'container',
  subject: 'program',
  needs: { program, place: programPlace, runtime: runtimeUses, donor: programDonor },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { program: one, place, runtime, donor }, subject }) => {
    if (!one || !runtime || place?.kind !== 'image' || place.contents['time-zones']?.there !== false || !place.base)
      return [];
    if (isEmbedded(one, runtime.imports)) return [];
    // It helps LoadLocation, and not TZ (measured, lab static-binaries).
    const helped = place.environment.has('ZONEINFO');
    const uses = runtime.uses.filter(({ needs }) => needs === 'time-zones' && !helped);
    const use = uses.find(({ conditional }) => !conditional) ?? uses[0];
    const local = localZone(place);
    if (!use && local === undefined) return [];
    const data = {
      name: one.name,
      image: place.name,
      zone: use?.names ?? local ?? '',
      file: use?.file ?? '',
      line: use?.line ?? 0,
    };
    return [
      {
        subject,
        severity: use && !use.conditional ? 'error' : 'warning',
        confidence: 'likely',
        title: { key: use ? 'title' : 'title-local', data },
        why: { key: use ? 'why' : 'why-local', data },
        bites: { key: use ? 'bites' : 'bites-local', data },
        location: { file: place.base.source, ...(place.base.line && { line: place.base.line }) },
        frame: { text: place.base.text, label: { key: 'label' } },
        evidence: [
          ...(use ? [{ source: use.file, line: use.line, text: use.text.trim() }] : []),
          ...(local === undefined ? [] : [{ source: place.base.source, text: `ENV TZ=${local}` }]),
        ],
        causes: [{ kind: 'time-zone-unknown', about: [subject.id] }],
        fixes: fixes(one, place, donor, use),
        verify: { argv: ['grpc-doctor', 'check', '--only', 'tzdata-missing'], expect: { key: 'common.check-again' } },
      },
    ];
  },
});

/** The zones are linked into the program. */
function isEmbedded({ build }: Program, imports: ReadonlyMap<string, unknown>): boolean {
  return imports.has('time/tzdata') || build?.tags.includes('timetzdata') === true;
}

/** The TZ of the image, where it names a zone that has to be looked up. */
function localZone({ environment }: Place): string | undefined {
  const zone = environment.get('TZ');
  return zone === undefined || /^(?:|:?(?:UTC|Etc\/UTC|GMT)|.*\$.*|:?\/.*)$/.test(zone) ? undefined : zone;
}

/** The package of the image (that of Debian asks for the region where it can), with all that the system expects of it; only an image without a package manager takes the file of Go. */
const installs = {
  apk: { shell: 'Alpine', line: 'RUN apk add --no-cache tzdata' },
  apt: {
    shell: 'Debian, Ubuntu',
    line: 'RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends tzdata',
  },
} as const;

function fixes(one: Program, place: Place, donor: Donor | undefined, use: RuntimeUse | undefined): FixPlan[] {
  if (place.packages) return [installed(one, place, installs[place.packages]), embedded(use, [])];
  return [...copied(donor), embedded(use, [installs.apk])];
}

/** Whoever is not root cannot install: after a USER the place of the line is for people to choose. */
function installed({ place: where }: Program, { user }: Place, line: ShellLine): FixPlan {
  const title = { key: 'fix-install' };
  if (where.kind !== 'image' || (user && user.line < where.line))
    return { kind: 'text', safety: 'manual', title, lines: [line] };
  return { kind: 'edit', safety: 'safe', title, edits: [linesBefore(where, [line.line])] };
}

function copied(donor: Donor | undefined): FixPlan[] {
  return donor?.golang
    ? [
        {
          kind: 'edit',
          safety: 'safe',
          title: { key: 'fix-copy', data: { from: donor.from } },
          edits: [
            linesBefore(donor.copy, [`COPY --from=${donor.from} ${zonesOfGo} ${zonesOfGo}`, `ENV GOROOT=${rootOfGo}`]),
          ],
        },
      ]
    : [];
}

function embedded(use: RuntimeUse | undefined, others: readonly ShellLine[]): FixPlan {
  return {
    kind: 'text',
    safety: 'manual',
    title: { key: use ? 'fix-embed' : 'fix-embed-local' },
    lines: [
      { shell: 'Go', line: 'import _ "time/tzdata"' },
      { shell: 'go build', line: '-tags timetzdata' },
      ...others,
      { shell: 'distroless', line: `FROM ${completeStaticImage}` },
    ],
  };
}

export default trap;
