import { defineTrap, type Trap } from '../../../core/trap.ts';
import { recommendedPlugin } from '../../../facts/generation/recommended.ts';
import { modulesWithOldProtobuf } from '../../../facts/generation/runtimes.ts';
import { toolNeed, toolPlaces } from '../../../facts/generation/tools.ts';
import { generatorSeverity, goInstall } from '../../../fix/plans.ts';
import { messagePluginName, oldPluginPackage, oldProtobufModule } from '../../../knowledge/names.ts';
import { pluginRelease } from '../../../knowledge/questions.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The protoc-gen-go that would run is the one of github.com/golang/protobuf. */
const trap: Trap = defineTrap({
  id: 'plugin-legacy',
  group: 'codegen',
  subject: 'tool',
  concerns: ({ id }) => id === messagePluginName,
  needs: { need: toolNeed, places: toolPlaces, old: modulesWithOldProtobuf, recommended: recommendedPlugin },
  messages: { en, 'zh-CN': zh },
  article: ['1.script.check-protoc-gen-go'],
  judge: ({ facts, subject, options }) => {
    const { need, old = [], recommended } = facts;
    const file = facts.places?.runs;
    const { path: builtFrom, main } = file?.build ?? {};
    if (!need || !file || builtFrom !== oldPluginPackage) return [];
    // It is the one that the option plugins=grpc was made for.
    if (need.uses.some((use) => use.plugin?.options.some((option) => option.startsWith('plugins=')))) return [];
    const version = main?.version ?? '';
    const release = pluginRelease(oldPluginPackage, version);
    const module = need.uses.find((use) => use.module !== undefined && !old.includes(use.module));
    const breaks = release?.runtime === oldProtobufModule && module !== undefined;
    const data = { path: file.path, version, runtime: release?.runtime ?? oldProtobufModule };
    return [
      {
        subject,
        severity: breaks ? generatorSeverity(need.lacksCode, options, 'warning') : 'warning',
        confidence: 'proven',
        title: { key: 'title', data },
        why: { key: breaks ? 'why-breaks' : 'why', data },
        bites: { key: breaks ? 'bites-breaks' : 'bites', data },
        location: { binary: file.path },
        evidence: [
          { source: file.path, text: `${builtFrom} ${version}` },
          ...(breaks ? [{ source: 'go.mod', text: `no requirement of ${oldProtobufModule}` }] : []),
        ],
        causes: [{ kind: 'generated-code-does-not-compile', about: [messagePluginName] }],
        fixes: recommended?.version ? [goInstall(recommended.package, recommended.version)] : [],
        verify: { argv: ['grpc-doctor', 'check', '--only', 'plugin-legacy'], expect: { key: 'common.check-again' } },
      },
    ];
  },
});

export default trap;
