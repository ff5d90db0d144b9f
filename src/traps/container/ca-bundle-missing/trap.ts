import type { FixPlan } from '../../../core/claim.ts';
import { defineSight, defineTrap, type Trap } from '../../../core/trap.ts';
import { type Donor, programDonor } from '../../../facts/programs/donor.ts';
import { programPlace } from '../../../facts/programs/place.ts';
import { program } from '../../../facts/programs/programs.ts';
import { runtimeUses } from '../../../facts/source/runtime-files.ts';
import { aboutCertificate } from '../../../fix/endpoint-claims.ts';
import { linesBefore } from '../../../fix/plans.ts';
import { authorityVariables, completeStaticImage, embeddedAuthorities } from '../../../knowledge/image-contents.ts';
import { isPublicAuthority } from '../../../knowledge/public-authorities.ts';
import { systemRootFiles } from '../../../knowledge/system-roots.ts';
import { prediction } from '../../../wire/prediction/prediction.ts';
import { chainEvidence, issuerOf, organisationOf, pathOf } from '../../../wire/shown-certificate.ts';
import { trusted } from '../../../wire/trusted.ts';
import { goVerdict } from '../../../wire/verdict.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A program asks public servers for their certificates, and its image has no authorities to check them with. */
const inImage = defineSight({
  subject: 'program',
  needs: { program, place: programPlace, runtime: runtimeUses, donor: programDonor },
  judge: ({ facts: { program: one, place, runtime, donor }, subject }) => {
    if (!one || place?.kind !== 'image' || place.contents.authorities?.there !== false || !place.base) return [];
    if (authorityVariables.some((name) => place.environment.has(name))) return [];
    if ([...(runtime?.imports.keys() ?? [])].some((path) => embeddedAuthorities.has(path))) return [];
    const uses = (runtime?.uses ?? []).filter(({ needs }) => needs === 'authorities');
    const use = uses.find(({ conditional }) => !conditional) ?? uses[0];
    if (!use) return [];
    const data = {
      name: one.name,
      image: place.name,
      call: use.mark,
      file: use.file,
      line: use.line,
      url: use.names ?? '',
    };
    return [
      {
        subject,
        severity: use.conditional ? 'warning' : 'error',
        confidence: 'likely',
        title: { key: 'title', data },
        why: { key: use.names === undefined ? 'why-credentials' : 'why-address', data },
        bites: { key: 'bites' },
        location: { file: place.base.source, ...(place.base.line && { line: place.base.line }) },
        frame: { text: place.base.text, label: { key: 'label' } },
        evidence: [
          { source: use.file, line: use.line, text: use.text.trim() },
          ...(one.place.kind === 'image'
            ? [{ source: one.place.file, line: one.place.line, text: one.place.text.trim() }]
            : []),
        ],
        causes: [{ kind: 'authority-unknown', about: [subject.id] }],
        fixes: fixes(donor),
        verify: {
          argv: ['grpc-doctor', 'check', '--only', 'ca-bundle-missing'],
          expect: { key: 'common.check-again' },
        },
      },
    ];
  },
});

/** A public server is probed from a machine without authorities. */
const onTheWire = defineSight({
  subject: 'endpoint',
  needs: { verdict: goVerdict, trusted, prediction },
  judge: ({ facts: { verdict, trusted: roots, prediction: words }, subject, options }) => {
    if (verdict?.refusal !== 'unknown-authority' || roots?.from !== 'system' || roots.certificates.length > 0)
      return [];
    const last = pathOf(verdict).at(-1);
    if (!last || !isPublicAuthority(organisationOf(last.issuer))) return [];
    const data = { target: subject.id, issuer: issuerOf(last) };
    return [
      {
        ...aboutCertificate(subject, options, verdict, words),
        severity: 'error',
        confidence: 'proven',
        title: { key: 'title-endpoint', data },
        why: { key: 'why-endpoint', data },
        evidence: [
          ...chainEvidence(subject.id, verdict),
          ...(systemRootFiles('linux') ?? []).slice(0, 1).map((file) => ({ source: file, text: '-' })),
        ],
        fixes: [
          {
            kind: 'text',
            safety: 'manual',
            title: { key: 'fix-machine' },
            lines: [
              { shell: 'Debian, Ubuntu', line: 'apt-get install -y --no-install-recommends ca-certificates' },
              { shell: 'Alpine', line: 'apk add ca-certificates' },
              { shell: 'any shell', line: 'export SSL_CERT_FILE=/mounted/ca-certificates.crt' },
            ],
          },
        ],
      },
    ];
  },
});

const trap: Trap = defineTrap({
  id: 'ca-bundle-missing',
  group: 'container',
  messages: { en, 'zh-CN': zh },
  sights: [inImage, onTheWire],
});

/** The first file that Go looks for, which Debian and Alpine both have. */
const bundle = '/etc/ssl/certs/ca-certificates.crt';

function fixes(donor: Donor | undefined): FixPlan[] {
  const copied: FixPlan[] = donor?.authorities
    ? [
        {
          kind: 'edit',
          safety: 'safe',
          title: { key: 'fix-copy', data: { from: donor.from } },
          edits: [linesBefore(donor.copy, [`COPY --from=${donor.from} ${bundle} ${bundle}`])],
        },
      ]
    : [];
  return [
    ...copied,
    {
      kind: 'text',
      safety: 'manual',
      title: { key: 'fix-install' },
      lines: [
        {
          shell: 'Debian, Ubuntu',
          line: 'RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates',
        },
        { shell: 'distroless', line: `FROM ${completeStaticImage}` },
        { shell: 'Kubernetes, docker run', line: 'SSL_CERT_FILE=/mounted/ca-certificates.crt' },
      ],
    },
  ];
}

export default trap;
