import type { Fact, FactStore } from '../core/fact.ts';
import { type Outcome, type Reason, valueIfKnown } from '../core/outcome.ts';
import { machine, project } from '../core/subject.ts';
import type { Remark } from '../core/suppression.ts';
import { ciFiles } from '../facts/deploy/ci.ts';
import { dockerfiles } from '../facts/deploy/dockerfiles.ts';
import { versionFiles } from '../facts/deploy/version-files.ts';
import { bazelRule } from '../facts/generation/bazel.ts';
import { generation } from '../facts/generation/steps.ts';
import { workspace } from '../facts/modules/workspace.ts';
import { downloadLog } from '../facts/network/download-log.ts';
import { goSources } from '../facts/project/sources.ts';
import type { Tree } from '../facts/project/tree.ts';
import { protoOracle } from '../facts/proto/oracle.ts';
import { protoReading } from '../facts/proto/sources.ts';
import { outdatedSince } from '../knowledge/questions.ts';
import type { Context } from './context.ts';

/** What was not looked at is said, and never counted as passed. */
export async function noteWhatIsMissing(
  { words, note }: Context,
  store: FactStore,
  files: Tree | undefined,
): Promise<void> {
  const since = outdatedSince(store.host.today());
  if (since) note(words.ui('note.oldKnowledge', { since }));
  const log = valueIfKnown(await store.get(downloadLog, machine));
  if (log && [...log.requests, ...log.commands, ...log.pages].length === 0)
    note(words.ui('note.noRequests', { file: log.file }));
  if (!files) return;
  if (files.stoppedAfter !== undefined) note(words.ui('note.tooLarge', { count: files.stoppedAfter }));
  const [folder] = files.unreadable;
  if (folder !== undefined) note(words.ui('note.unreadable', { count: files.unreadable.length, folder }));
  const sources = valueIfKnown(await store.get(goSources, project));
  if (sources && sources.left > 0) note(words.ui('note.tooManyGo', { count: sources.left }));
  const unread = [
    ...reasonOf(await store.get(workspace, project)),
    ...(await unreadOf(store, [generation, dockerfiles, ciFiles, versionFiles, protoReading])),
    ...(sources?.unread ?? []),
  ];
  if (unread[0]) note(words.ui('note.unread', { count: unread.length, reason: words.reason(unread[0]) }));
  const skipped = valueIfKnown(await store.get(protoOracle, project))?.skipped ?? [];
  if (skipped[0]) note(words.ui('note.notConfirmed', { count: skipped.length, reason: words.reason(skipped[0]) }));
  const nothing = files.goMods.length === 0 && files.protos.length === 0 && store.options.binary === undefined;
  if (nothing) note(words.ui('note.nothing', { dir: files.root }));
}

/** What makes code in a way that is not read: said where its first rule stands, once. */
export async function unreadBuilds(store: FactStore): Promise<Remark[]> {
  const found = valueIfKnown(await store.get(bazelRule, project));
  if (!found) return [];
  const { file, line, rule } = found;
  return [{ text: { key: 'remark.bazel', data: { rule } }, file, line }];
}

async function unreadOf(
  store: FactStore,
  facts: readonly Fact<{ readonly unread: readonly Reason[] }>[],
): Promise<readonly Reason[]> {
  const outcomes = await Promise.all(facts.map((fact) => store.get(fact, project)));
  return outcomes.flatMap((outcome) => valueIfKnown(outcome)?.unread ?? []);
}

/** Why it is not known; nothing where it is known, or known not to be there. */
function reasonOf(outcome: Outcome<unknown>): readonly Reason[] {
  return outcome.kind === 'unknown' ? [outcome.reason] : [];
}
