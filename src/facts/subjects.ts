import type { SubjectList } from '../core/engine.ts';
import { known } from '../core/outcome.ts';
import { project } from '../core/subject.ts';
import { toolNeeds } from './generation/tools.ts';
import { modules } from './modules/modules.ts';

/** The subjects of a project, found by reading it. */
export const subjectList: SubjectList = async (kind, store) => {
  const names = await (kind === 'module' ? store.get(modules, project) : toolNames(store));
  return names.kind === 'known' ? known(names.value.map((id) => ({ kind, id }))) : names;
};

async function toolNames(store: Parameters<SubjectList>[1]) {
  const needs = await store.get(toolNeeds, project);
  return needs.kind === 'known' ? known(needs.value.map(({ name }) => name)) : needs;
}
