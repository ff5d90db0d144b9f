import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { oldProtobufModule } from '../../knowledge/names.ts';
import { buildList } from '../modules/build-list.ts';
import { modules } from '../modules/modules.ts';

/** Folders of the modules whose build has github.com/golang/protobuf. */
export const modulesWithOldProtobuf = defineFact<readonly string[]>('project.old-protobuf', 'project', async (ask) => {
  const list = await ask.get(modules);
  if (list.kind !== 'known') return list;
  const lists = await Promise.all(
    list.value.map(async (id) => ({ id, build: valueIfKnown(await ask.get(buildList, { kind: 'module', id })) })),
  );
  return known(lists.filter(({ build }) => build?.modules.has(oldProtobufModule)).map(({ id }) => id));
});
