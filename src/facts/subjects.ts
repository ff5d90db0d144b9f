import type { SubjectList } from '../core/engine.ts';
import { known } from '../core/outcome.ts';
import { project } from '../core/subject.ts';
import { loadedCertificates } from './certificates/loaded.ts';
import { stages } from './deploy/stages.ts';
import { toolNeeds } from './generation/tools.ts';
import { modules } from './modules/modules.ts';
import { programs } from './programs/programs.ts';

type Store = Parameters<SubjectList>[1];

/** The subjects of a project, found by reading it. */
export const subjectList: SubjectList = async (kind, store) => {
  const names = await namesOf[kind](store);
  return names.kind === 'known' ? known(names.value.map((id) => ({ kind, id }))) : names;
};

const namesOf = {
  module: (store: Store) => store.get(modules, project),
  tool: async (store: Store) => {
    const needs = await store.get(toolNeeds, project);
    return needs.kind === 'known' ? known(needs.value.map(({ name }) => name)) : needs;
  },
  stage: async (store: Store) => {
    const found = await store.get(stages, project);
    return found.kind === 'known' ? known(found.value.map(({ id }) => id)) : found;
  },
  certificate: async (store: Store) => {
    const found = await store.get(loadedCertificates, project);
    return found.kind === 'known' ? known(found.value.map(({ file }) => file)) : found;
  },
  program: async (store: Store) => {
    const found = await store.get(programs, project);
    return found.kind === 'known' ? known(found.value.map(({ id }) => id)) : found;
  },
};
