import type { ShellLine } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import { toolNeed, toolPlaces } from '../../../facts/generation/tools.ts';
import { platform } from '../../../facts/machine.ts';
import { generatorSeverity, usePlace } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The project generates with protoc, and no protoc is found. */
const trap: Trap = defineTrap({
  id: 'protoc-missing',
  group: 'codegen',
  subject: 'tool',
  concerns: ({ id }) => id === 'protoc',
  needs: { need: toolNeed, places: toolPlaces, platform },
  messages: { en, 'zh-CN': zh },
  article: ['1.script.check-protoc-gen-go'],
  judge: ({ facts, subject, options }) => {
    const { need, places } = facts;
    if (!need || !places || places.onPath.length > 0) return [];
    const severity = generatorSeverity(need.lacksCode, options, 'info');
    const [use] = need.uses;
    return [
      {
        subject,
        severity,
        confidence: 'proven',
        title: { key: need.lacksCode ? 'title' : 'title-committed' },
        why: { key: need.lacksCode ? 'why' : 'why-committed' },
        bites: { key: 'bites' },
        ...(severity === 'error' && use ? usePlace(use) : { location: { binary: 'protoc' } }),
        evidence: [
          { source: 'PATH', text: 'no protoc' },
          ...(use ? [{ source: use.step.file, line: use.step.line, text: use.step.text }] : []),
        ],
        causes: [{ kind: 'protoc-not-started', about: ['protoc'] }],
        fixes: [
          {
            kind: 'text',
            safety: 'manual',
            title: { key: 'fix-install' },
            lines: installLines(facts.platform?.os ?? ''),
          },
        ],
        verify: { argv: ['protoc', '--version'], expect: { key: 'expect' } },
      },
    ];
  },
});

function installLines(os: string): ShellLine[] {
  if (os === 'windows') return [{ shell: 'winget', line: 'winget install Google.Protobuf' }];
  if (os === 'darwin') return [{ shell: 'Homebrew', line: 'brew install protobuf' }];
  return [
    { shell: 'Debian, Ubuntu', line: 'apt-get install protobuf-compiler' },
    { shell: 'Alpine', line: 'apk add protoc protobuf-dev' },
    { shell: 'Fedora', line: 'dnf install protobuf-compiler' },
  ];
}

export default trap;
