import { defineTrap, type Trap } from '../../../core/trap.ts';
import { moduleFile } from '../../../facts/modules/modules.ts';
import { splitConflicts } from '../../../facts/modules/split-modules.ts';
import { inModule } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A module from before its split and one from after it both provide a package that is imported. */
const trap: Trap = defineTrap({
  id: 'ambiguous-import-genproto',
  group: 'module',
  subject: 'module',
  needs: { conflicts: splitConflicts, file: moduleFile },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) =>
    (facts.conflicts ?? []).map(({ package: name, whole, part, imported, requiredBy, offered, confidence }) => {
      const data = {
        package: name,
        whole: whole.path,
        version: whole.version,
        part: part.path,
        partVersion: part.version,
        importer: imported.path,
        requirers: requiredBy.join(', '),
      };
      const lines = whole.file === facts.file?.file ? facts.file.lines : [];
      const text = whole.line ? lines[whole.line - 1]?.trim() : undefined;
      return {
        subject,
        severity: confidence === 'proven' ? ('error' as const) : ('warning' as const),
        confidence,
        title: { key: 'title', data },
        why: { key: requiredBy.length > 0 ? 'why-required' : 'why', data },
        bites: { key: 'bites', data },
        location: { file: whole.file, ...(whole.line && { line: whole.line }) },
        ...(text && { frame: { text, label: { key: 'label', data } } }),
        evidence: [
          ...[whole, part].map(({ path, version, file, line }) => ({
            source: file,
            ...(line && { line }),
            text: `${path} ${version}`,
          })),
          { source: imported.file, line: imported.line, text: `imports ${imported.path}` },
        ],
        causes: [{ kind: 'import-ambiguous' as const, about: [subject.id, whole.path, part.path] }],
        fixes: [
          inModule(subject.id, ['go', 'get', `${whole.path}@${offered}`], 'fix-raise', true),
          { kind: 'text' as const, safety: 'manual' as const, title: { key: 'fix-drop', data } },
        ],
        verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
        about: part.path,
      };
    }),
});

export default trap;
