import type { Claim } from '../../../core/claim.ts';
import type { Subject } from '../../../core/subject.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { generatedFiles } from '../../../facts/generation/generated.ts';
import { languageWithoutGoLine } from '../../../facts/generation/recommended.ts';
import { type ModuleFile, moduleFile } from '../../../facts/modules/modules.ts';
import { inModule } from '../../../fix/plans.ts';
import { languageFeatures } from '../../../knowledge/go-rules.ts';
import { stackModules } from '../../../knowledge/names.ts';
import { compareGo } from '../../../read/go/go-version.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Generated code uses a part of the language that the `go` line of its module switches off. */
const trap: Trap = defineTrap({
  id: 'go-directive-too-low',
  group: 'go',
  subject: 'module',
  needs: { file: moduleFile, generated: generatedFiles },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) => {
    const { file, generated = [] } = facts;
    if (!file) return [];
    const language = file.mod.go?.version ?? languageWithoutGoLine;
    const needs = languageFeatures.filter(({ since }) => compareGo(language, since) < 0);
    const used = needs
      .map((feature) => ({ feature, files: generated.filter(({ header }) => header[feature.sign]) }))
      .filter(({ files }) => files.length > 0);
    const worst = used.at(-1);
    if (!worst) return lineless(subject, file);
    const line = file.mod.go?.line;
    const data = {
      language,
      needed: worst.feature.since,
      file: worst.files[0]?.path ?? '',
      goMod: file.file,
      more: worst.files.length - 1,
    };
    return [
      {
        subject,
        severity: 'error',
        confidence: 'proven',
        title: { key: line ? 'title' : 'title-no-line', data },
        why: { key: 'why', data },
        bites: { key: `bites-${worst.feature.sign}`, data },
        location: { file: file.file, line: line ?? 1 },
        frame: { text: file.lines[(line ?? 1) - 1]?.trim() ?? '', label: { key: 'label', data } },
        evidence: used.map(({ feature, files }) => ({ source: files[0]?.path ?? '', text: feature.text })),
        causes: [{ kind: 'language-too-old-for-generated-code', about: [subject.id] }],
        fixes: [inModule(subject.id, ['go', 'mod', 'edit', `-go=${worst.feature.since}`], 'fix-edit', false)],
        verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
      },
    ];
  },
});

/** Nothing fails yet: new generated code will, and so will older Go once a command has written the line by itself. */
function lineless(subject: Subject, { file, mod, lines }: ModuleFile): Claim[] {
  const uses = mod.require.find(({ path }) => stackModules.includes(path));
  const needed = languageFeatures.at(-1)?.since ?? '';
  if (mod.go || !mod.module || !uses) return [];
  const data = { language: languageWithoutGoLine, needed, goMod: file };
  return [
    {
      subject,
      severity: 'warning',
      confidence: 'proven',
      title: { key: 'title-lineless', data },
      why: { key: 'why-lineless', data },
      bites: { key: 'bites-usesGenericStreams', data },
      location: { file, line: mod.module.line },
      frame: { text: lines[mod.module.line - 1]?.trim() ?? '', label: { key: 'label-lineless', data } },
      evidence: [
        { source: file, text: 'no go line' },
        { source: file, line: uses.line, text: `${uses.path} ${uses.version}` },
      ],
      causes: [{ kind: 'language-too-old-for-generated-code', about: [subject.id] }],
      fixes: [inModule(subject.id, ['go', 'mod', 'tidy', `-go=${needed}`], 'fix-tidy', true)],
      verify: { argv: ['go', 'mod', 'edit', '-json'], expect: { key: 'expect-line', data } },
    },
  ];
}

export default trap;
