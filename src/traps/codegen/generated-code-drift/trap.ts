import type { Claim, Evidence, FixPlan } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { agreed, type Drift, driftOfJob, mixtures, unmatched } from '../../../facts/generation/drift.ts';
import { type GeneratingJob, generatingJobs } from '../../../facts/generation/jobs.ts';
import { generatedOrigins, type Origin } from '../../../facts/generation/origins.ts';
import { orphanedFiles } from '../../../facts/generation/orphans.ts';
import { type GeneratorPin, generatorPins } from '../../../facts/generation/pins.ts';
import { grpcPluginName, messagePluginName } from '../../../knowledge/names.ts';
import { firstProtocWithOptional } from '../../../knowledge/protoc.ts';
import { protocMinor } from '../../../read/generation/protoc-release.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

const tools = ['protoc', messagePluginName, grpcPluginName];

/** Generated files come from other releases than those that will generate them next. */
const trap: Trap = defineTrap({
  id: 'generated-code-drift',
  group: 'codegen',
  subject: 'project',
  needs: { origins: generatedOrigins, pins: generatorPins, jobs: generatingJobs, orphans: orphanedFiles },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts: { origins: all = [], pins = [], jobs = [], orphans = [] }, subject }) => {
    // Nothing generates them again.
    const gone = new Set(orphans.map(({ embedded }) => embedded.file.path));
    const origins = all.filter(({ file }) => !gone.has(file.path));
    const compared = jobs.filter(({ compares }) => compares).flatMap((job) => jobClaims(job, origins, subject));
    const images = imageClaims(origins, pins, subject);
    // Whoever reads of a comparison that fails needs no second line about the same files.
    const quiet = compared.length > 0 ? [] : tools.flatMap((tool) => unmatchedClaims(tool, origins, pins, subject));
    return [
      ...compared,
      ...images,
      ...ancientClaims(origins, subject),
      ...quiet,
      ...(compared.length > 0 ? [] : tools.flatMap((tool) => mixedClaims(tool, origins, pins, subject))),
      ...oldProtocClaims(origins, pins, subject),
    ];
  },
});

/** All that a job would write anew is one finding: one commit mends it. */
function jobClaims(job: GeneratingJob, origins: readonly Origin[], subject: Subject): Claim[] {
  const drifts = driftOfJob(job, origins);
  const [first] = drifts;
  const { compares } = job;
  if (!first || !compares) return [];
  const data = {
    ...dataOf(first),
    made: drifts.map(({ tool, made }) => `${tool} ${made}`).join(', '),
    next: drifts.map(({ tool, next }) => `${tool} ${next}`).join(', '),
    job: job.id,
    command: compares.text,
  };
  const installed = job.installs
    .filter(({ name }) => drifts.some(({ tool }) => tool === name))
    .map(({ file, line, lineText }) => ({ source: file, line, text: lineText.trim() }));
  return [
    {
      ...claimOf('job', 'warning', first.origins, subject, data),
      bites: { key: 'bites-job', data },
      evidence: [
        ...filesOf(first.origins),
        { source: compares.file, line: compares.line, text: compares.text },
        ...installed,
      ],
      causes: [{ kind: 'generated-code-differs', about: drifts.map(({ tool }) => tool) }],
      fixes: [manual('fix-regenerate', data), manual('fix-pin-job', data)],
      about: job.id,
    },
  ];
}

/** An image that has another release than the files and some other pin say. */
function imageClaims(origins: readonly Origin[], pins: readonly GeneratorPin[], subject: Subject): Claim[] {
  return tools.flatMap((tool) => {
    const made = agreed(tool, origins, pins);
    const other = pins.find(({ name, place, version }) => name === tool && place === 'image' && version !== made);
    if (!made || !other) return [];
    const same = origins.filter(({ versions }) => versions.get(tool) === made);
    const agreeing = pins.filter(({ name, version }) => name === tool && version === made);
    const data = { ...dataOf({ tool, made, next: other.version, origins: same }), image: other.file };
    const written = agreeing[0]?.written ?? made;
    return [
      {
        ...claimOf('image', 'warning', same, subject, data),
        location: { file: other.file, line: other.line },
        frame: { text: other.text.trim(), mark: other.written },
        evidence: [placeOf(other), ...agreeing.slice(0, shown).map(placeOf), ...filesOf(same)],
        causes: [{ kind: 'generated-code-differs' as const, about: [tool, other.file] }],
        fixes: [pinEdit(other, written)],
        about: `${tool} ${other.file}`,
      },
    ];
  });
}

/** Files with the header of 2017 and before: what made them is in no release that can be installed. */
function ancientClaims(origins: readonly Origin[], subject: Subject): Claim[] {
  const old = origins.filter(({ file }) => file.header.ancient && file.header.generator === messagePluginName);
  if (old.length === 0) return [];
  const data = dataOf({ tool: messagePluginName, made: '', next: '', origins: old });
  return [
    {
      ...claimOf('ancient', 'warning', old, subject, data),
      location: { file: old[0]?.file.path ?? '', line: 1 },
      fixes: [manual('fix-regenerate-ancient', data)],
      about: 'ancient',
    },
  ];
}

function unmatchedClaims(
  tool: string,
  origins: readonly Origin[],
  pins: readonly GeneratorPin[],
  subject: Subject,
): Claim[] {
  return unmatched(tool, origins, pins).map((drift) => {
    const data = dataOf(drift);
    const places = pins.filter(({ name }) => name === tool).slice(0, shown);
    return {
      ...claimOf('pin', 'info', drift.origins, subject, data),
      evidence: [...filesOf(drift.origins), ...places.map(placeOf)],
      fixes: [manual('fix-regenerate', data)],
      about: tool,
    };
  });
}

/** One step, several releases, and no word about which is the right one. */
function mixedClaims(
  tool: string,
  origins: readonly Origin[],
  pins: readonly GeneratorPin[],
  subject: Subject,
): Claim[] {
  return mixtures(tool, origins, pins).map(({ step, ...drift }) => {
    const data = { ...dataOf(drift), place: `${step.file}:${step.line}` };
    return {
      ...claimOf('mixed', 'info', drift.origins, subject, data),
      evidence: [...filesOf(drift.origins), { source: step.file, line: step.line, text: step.text }],
      fixes: [manual('fix-pin-step', data), manual('fix-regenerate', data)],
      about: `${tool} ${step.file} ${step.target ?? ''}`,
    };
  });
}

/** Copies of one file are one finding. A protoc that somebody pins is not what the next one happens to have. */
function oldProtocClaims(origins: readonly Origin[], pins: readonly GeneratorPin[], subject: Subject): Claim[] {
  if (pins.some(({ name }) => name === 'protoc')) return [];
  const old = origins.filter(({ versions, steps }) => {
    const release = versions.get('protoc');
    return release !== undefined && steps.length > 0 && protocMinor(release) < firstProtocWithOptional;
  });
  const made = old[0]?.versions.get('protoc');
  if (!made) return [];
  const data = dataOf({ tool: 'protoc', made, next: '', origins: old });
  return [
    { ...claimOf('protoc', 'info', old, subject, data), fixes: [manual('fix-pin-protoc', data)], about: 'protoc' },
  ];
}

type Kind = 'job' | 'image' | 'ancient' | 'pin' | 'mixed' | 'protoc';

function claimOf(
  kind: Kind,
  severity: Claim['severity'],
  origins: readonly Origin[],
  subject: Subject,
  data: ReturnType<typeof dataOf>,
): Omit<Claim, 'fixes'> {
  const [first] = origins;
  return {
    subject,
    severity,
    confidence: kind === 'protoc' ? 'likely' : 'proven',
    title: { key: `title-${kind}`, data },
    why: { key: `why-${kind}`, data },
    location: { file: first?.file.path ?? '', line: lineOf(kind, first) },
    evidence: filesOf(origins),
    causes: [{ kind: 'generated-code-differs', about: [data.tool, data.file] }],
    verify: {
      argv: ['grpc-doctor', 'check', '--only', 'generated-code-drift'],
      expect: { key: 'common.check-again' },
    },
  };
}

function dataOf({ tool, made, next, origins }: Drift) {
  return { tool, made, next, file: origins[0]?.file.path ?? '', count: origins.length };
}

/** The line of the header with the releases, or with that of protoc. */
function lineOf(kind: Kind, origin: Origin | undefined): number {
  const { protocLine, versionsLine } = origin?.file.header ?? {};
  return (kind === 'protoc' ? protocLine : undefined) ?? versionsLine ?? 1;
}

/** So many files and pins are named; the title tells how many there are. */
const shown = 8;

function filesOf(origins: readonly Origin[]): Evidence[] {
  return origins.slice(0, shown).map(({ file: { path, header }, versions }) => ({
    source: path,
    ...(header.versionsLine !== undefined && { line: header.versionsLine }),
    text: [...versions].map((pair) => pair.join(' ')).join(', ') || `Code generated by ${header.generator}`,
  }));
}

function placeOf({ file, line, text }: GeneratorPin): Evidence {
  return { source: file, line, text: text.trim() };
}

/** It changes what the next image has, so nobody does it unasked. */
function pinEdit({ file, line, text, written: before }: GeneratorPin, after: string): FixPlan {
  const title = { key: 'fix-pin-image', data: { before, after, file } };
  return { kind: 'edit', safety: 'unsafe', title, edits: [{ file, line, text, before, after }] };
}

function manual(key: string, data: ReturnType<typeof dataOf>): FixPlan {
  return { kind: 'text', safety: 'manual', title: { key, data } };
}

export default trap;
