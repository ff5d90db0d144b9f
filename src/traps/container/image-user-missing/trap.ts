import type { Claim, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { programNeeds } from '../../../facts/programs/needs.ts';
import { programPlace, programUser } from '../../../facts/programs/place.ts';
import type { ImageUser, Place, Program } from '../../../facts/programs/program.ts';
import { program } from '../../../facts/programs/programs.ts';
import { type RuntimeUse, runtimeUses } from '../../../facts/source/runtime-files.ts';
import { completeStaticImage, unprivilegedUser } from '../../../knowledge/image-contents.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A USER that the image does not have, or an image without a list of users, where a program that asks who it is gets no answer. */
const trap: Trap = defineTrap({
  id: 'image-user-missing',
  group: 'container',
  subject: 'program',
  needs: { program, place: programPlace, user: programUser, needs: programNeeds, runtime: runtimeUses },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { program: one, place, user, needs, runtime }, subject }) => {
    if (!one || place?.kind !== 'image' || !place.base) return [];
    if (user?.there === false) return [startClaim(subject, one, place, user)];
    if (place.contents.users?.there !== false) return [];
    const uses = (runtime?.uses ?? []).filter((use) => use.needs === 'users' && isMissed(use, place, needs?.cgo));
    const use = uses.find(({ conditional }) => !conditional) ?? uses[0];
    return use ? [callClaim(subject, one, place, use)] : [];
  },
});

/** Without cgo the own user is taken from USER and HOME; a container has HOME of its own accord. Libc is another matter. */
function isMissed({ name }: RuntimeUse, { environment }: Place, cgo: boolean | undefined): boolean {
  return cgo === false && !(name === 'Current' && environment.has('USER'));
}

function startClaim(subject: Subject, one: Program, place: Place, user: ImageUser): Claim {
  const kind = place.contents.users?.there === false ? 'start' : 'name';
  const data = { name: one.name, image: place.name, user: user.name };
  return {
    ...common(subject),
    causes: [{ kind: 'container-not-started', about: [subject.id] }],
    severity: 'error',
    confidence: kind === 'start' ? 'proven' : 'likely',
    title: { key: `title-${kind}`, data },
    why: { key: `why-${kind}`, data },
    bites: { key: 'bites-start', data },
    location: { file: user.file, line: user.line },
    frame: { text: user.text.trim(), label: { key: kind === 'start' ? 'label' : 'label-name' } },
    evidence: place.base ? [place.base] : [],
    fixes: [
      {
        kind: 'edit',
        safety: 'unsafe',
        title: { key: 'fix-number', data: { number: unprivilegedUser } },
        edits: [{ file: user.file, line: user.line, text: user.text, before: user.name, after: unprivilegedUser }],
      },
      place.packages ? makePlan(place.packages, user.name) : copyPlan('fix-list'),
    ],
  };
}

function callClaim(subject: Subject, one: Program, place: Place, use: RuntimeUse): Claim {
  const data = { name: one.name, image: place.name, call: use.mark, file: use.file, line: use.line };
  const own = use.name === 'Current';
  return {
    ...common(subject),
    causes: [{ kind: 'user-unknown', about: [subject.id] }],
    severity: use.conditional ? 'warning' : 'error',
    confidence: 'likely',
    title: { key: 'title-call', data },
    why: { key: own ? 'why-current' : 'why-lookup', data },
    bites: { key: own ? 'bites-current' : 'bites-lookup' },
    location: { file: place.base?.source ?? '', ...(place.base?.line && { line: place.base.line }) },
    frame: { text: place.base?.text ?? '', label: { key: 'label' } },
    evidence: [{ source: use.file, line: use.line, text: use.text.trim() }],
    fixes: [...(own ? [variablesPlan] : []), copyPlan(own ? 'fix-list-too' : 'fix-list')],
  };
}

function common(subject: Subject): Pick<Claim, 'subject' | 'verify'> {
  return {
    subject,
    verify: { argv: ['grpc-doctor', 'check', '--only', 'image-user-missing'], expect: { key: 'common.check-again' } },
  };
}

const variablesPlan: FixPlan = {
  kind: 'text',
  safety: 'manual',
  title: { key: 'fix-variables' },
  lines: [{ shell: 'Dockerfile', line: 'ENV USER=app HOME=/' }],
};

/** The command of each distribution that makes a user without a password. */
const making = { apk: 'adduser -D', apt: 'useradd --system' } as const;

function makePlan(packages: keyof typeof making, user: string): FixPlan {
  // A name that a shell would read otherwise stays out of a line that is there to be copied.
  const name = /^[A-Za-z_][\w-]*$/.test(user) ? user : 'app';
  const lines = [{ shell: 'Dockerfile', line: `RUN ${making[packages]} ${name}` }];
  return { kind: 'text', safety: 'manual', title: { key: 'fix-make' }, lines };
}

function copyPlan(title: string): FixPlan {
  return {
    kind: 'text',
    safety: 'manual',
    title: { key: title },
    lines: [
      { shell: 'Dockerfile', line: 'COPY --from=build /etc/passwd /etc/passwd' },
      { shell: 'distroless', line: `FROM ${completeStaticImage}:nonroot` },
    ],
  };
}

export default trap;
