import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { type ProtoRule, readProtoRules } from '../../read/generation/bazel.ts';
import { limits } from '../limits.ts';
import { projectText } from '../modules/modules.ts';
import { tree } from '../project/tree.ts';

/** A rule in a file of the project. */
export interface BazelRule extends Readonly<ProtoRule> {
  readonly file: string;
}

/**
 * The first rule of Bazel about .proto files, of those for Go where there are some; undefined where Bazel has nothing to do with
 * the project's own .proto files. What it makes of them, and with which tools, is not read.
 */
export const bazelRule = defineFact<BazelRule | undefined>('project.bazel-rule', 'project', async (ask) => {
  const found = await ask.get(tree);
  if (found.kind !== 'known') return found;
  const { bazelFiles, protos } = found.value;
  if (protos.length === 0) return known(undefined);
  let first: BazelRule | undefined;
  for (const file of bazelFiles.slice(0, limits.bazelFiles)) {
    const rules = readProtoRules(valueIfKnown(await projectText(ask, file, limits.scriptBytes)) ?? '');
    const ofGo = rules.find(({ rule }) => rule.startsWith('go_'));
    if (ofGo) return known({ file, ...ofGo });
    if (rules[0]) first ??= { file, ...rules[0] };
  }
  return known(first);
});
