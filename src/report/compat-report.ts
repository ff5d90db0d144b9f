import type { Answer } from '../compat/answer.ts';
import { moduleOf, type PartName, partNames } from '../compat/parts.ts';
import type { ProtocChange } from '../compat/proto-answer.ts';
import type { Pair } from '../compat/rules.ts';
import type { Side } from '../compat/ruling.ts';
import type { Stack } from '../compat/stack.ts';
import type { Change, Step } from '../compat/steps.ts';
import { commandLine } from '../core/command-line.ts';
import type { CompatKey } from '../i18n/compat.en.ts';
import type { Words } from '../i18n/words.ts';
import { releaseDay, releasesAsOf } from '../knowledge/stack.ts';

/** Where a version of a set was read. */
export interface Origin {
  /** The words of the user where they are not the version itself, such as `latest`. */
  readonly asked?: string;
  /** A file of the project, a path, or a variable; undefined for a flag. */
  readonly source?: string;
  readonly line?: number;
}

/** One set of versions and what is said of it. */
export interface CompatSet {
  /** Folder of the module; undefined for versions that were given. */
  readonly module?: string;
  readonly stack: Stack;
  readonly origins: ReadonlyMap<PartName, Origin>;
  readonly answer: Answer;
}

/** The report of `compat` as an object; its shape is `schema/compat.schema.json`. */
export function compatJson(sets: readonly CompatSet[], words: Words) {
  return { schemaVersion: 1, command: 'compat', asOf: releasesAsOf, sets: sets.map((set) => setJson(set, words)) };
}

function setJson({ module, stack, origins, answer }: CompatSet, words: Words) {
  return {
    ...(module !== undefined && { module }),
    verdict: answer.verdict,
    switches: stack.switches,
    parts: partNames.flatMap((part) => {
      const version = stack.versions[part];
      if (version === undefined) return [];
      const date = part === 'go' || part === 'go-line' ? undefined : releaseDay(moduleOf[part], version);
      return [{ part, version, ...(date && { date }), ...origins.get(part) }];
    }),
    pairs: answer.pairs.map((pair) => ({
      between: pair.between,
      status: pair.status,
      reason: reasonOf(pair, words),
      ...pair.source,
    })),
    ranges: answer.ranges,
    proposals: answer.proposals.map(({ kind, regenerates, changes, steps }) => ({
      kind,
      regenerates,
      changes,
      steps: steps.map((step) => ({ ...step, text: stepText(step, words) })),
    })),
  };
}

export function partText(side: Side, words: Words): string {
  return words.compat(`part.${side}`);
}

/** Why two parts fit or not. */
export function reasonOf({ reason }: Pair, words: Words): string {
  const { part, feature } = reason.data ?? {};
  const name = part === undefined ? '' : words.compat(`part.${part}` as CompatKey);
  const used = feature === undefined ? {} : { feature: words.compat(`feature.${feature}` as CompatKey) };
  return words.compat(reason.key as CompatKey, { ...reason.data, name, ...used });
}

export function changeText({ part, from, to, follows }: Change | ProtocChange, words: Words): string {
  const key =
    from === undefined ? (follows ? 'change.followsNew' : 'change.new') : follows ? 'change.follows' : 'change.raised';
  return words.compat(key, { name: partText(part, words), from: from ?? '', to });
}

/** A command as it is typed; what is no command, in words. */
export function stepText(step: Step, words: Words): string {
  switch (step.kind) {
    case 'command':
      return commandLine(step.argv);
    case 'install-go':
      return words.compat('step.install-go', { version: step.version, language: step.language });
    case 'install-protoc':
      return words.compat('step.install-protoc', { version: step.version });
    case 'generate':
      return words.compat('step.generate');
  }
}
