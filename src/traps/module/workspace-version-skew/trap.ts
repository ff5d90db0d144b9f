import type { Evidence, FixPlan, Severity } from '../../../core/claim.ts';
import { defineTrap, type Trap } from '../../../core/trap.ts';
import type { WorkspaceCommand } from '../../../facts/deploy/workspace-commands.ts';
import { type SkewedModule, versionSkew } from '../../../facts/modules/version-skew.ts';
import { privateWork, workspace } from '../../../facts/modules/workspace.ts';
import { inModule } from '../../../fix/plans.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The same commit is built with one grpc or protobuf in the workspace, and with another one without it. */
const trap: Trap = defineTrap({
  id: 'workspace-version-skew',
  group: 'module',
  subject: 'module',
  needs: { skew: versionSkew, space: workspace, own: privateWork },
  messages: { en, 'zh-CN': zh },
  article: ['2.5.row-vendor'],
  judge: ({ facts: { skew, space, own }, subject }) => {
    // grpc before protobuf: what separates the one has mostly separated the other, and one line is enough.
    const first = skew?.modules[0];
    if (!skew || !space || !first) return [];
    const { path, inWorkspace, alone, broken, raised } = first;
    const [command] = skew.elsewhere;
    const severity: Severity = own ? 'info' : severityOf(first, command);
    if (severity === 'info' && raised) return [];
    const support = broken?.header.grpcSupport;
    const data = {
      path,
      here: inWorkspace.version,
      alone: alone.version,
      work: space.file,
      place: command ? `${command.file}:${command.line}` : '',
      file: broken?.path ?? '',
      // The compiler stops after ten errors, and those of streams come first.
      symbol: broken?.header.usesGenericStreams
        ? 'ServerStreamingClient'
        : `SupportPackageIsVersion${support?.version ?? ''}`,
    };
    const how = !command ? 'nobody' : command.work === 'off' ? 'off' : 'missing';
    const place = alone.replacedBy ?? alone;
    return [
      {
        subject,
        severity,
        confidence: command && command.where !== 'script' ? 'proven' : 'likely',
        title: { key: command ? 'title-elsewhere' : 'title', data },
        why: { key: `why-${how}`, data },
        bites: { key: broken ? 'bites-broken' : 'bites', data },
        location: { file: place.file, ...(place.line && { line: place.line }) },
        frame: { text: `${path} ${alone.version}`, label: { key: 'label', data } },
        evidence: [
          evidenceOf(inWorkspace, inWorkspace.version),
          ...(command ? [{ source: command.file, line: command.line, text: command.text.trim() }] : []),
          ...(broken && support ? [{ source: broken.path, line: support.line, text: support.text }] : []),
        ],
        causes: [{ kind: 'module-version-depends-on-workspace', about: [path] }],
        fixes: fixesOf(first, subject.id, data),
        verify: { argv: ['go', 'list', '-m', path], expect: { key: 'expect', data } },
        about: path,
      },
    ];
  },
});

/** An image or a job that builds what cannot compile fails for sure; a script may never be run. */
function severityOf({ broken }: SkewedModule, command: WorkspaceCommand | undefined): Severity {
  if (command && broken && command.where !== 'script') return 'error';
  return command || broken ? 'warning' : 'info';
}

function evidenceOf({ path, replacedBy, file, line }: SkewedModule['inWorkspace'], version: string): Evidence {
  const at = replacedBy ?? { file, ...(line !== undefined && { line }) };
  return { source: at.file, ...(at.line !== undefined && { line: at.line }), text: `${path} ${version}` };
}

function fixesOf(
  { path, inWorkspace, alone }: SkewedModule,
  dir: string,
  data: Record<string, string | number>,
): FixPlan[] {
  const byHand = (key: string): FixPlan => ({ kind: 'text', safety: 'manual', title: { key, data } });
  if (inWorkspace.replacedBy || alone.replacedBy) return [byHand('fix-replace')];
  return [inModule(dir, ['go', 'get', `${path}@${inWorkspace.version}`], 'fix-get', true), byHand('fix-sync')];
}

export default trap;
