import { defineFact } from '../../core/fact.ts';
import { absent, known, valueIfKnown } from '../../core/outcome.ts';
import { readText } from '../text-file.ts';

/** The container that this shell runs in, by the trace that tells of it. */
export interface OwnContainer {
  /** A file or a variable, and what of it tells. */
  readonly source: string;
  readonly text: string;
}

/** Files that Docker and Podman put into every container of theirs. */
const marks = ['/.dockerenv', '/run/.containerenv'] as const;
/** How runtimes name the cgroup of a container. */
const groups = /^.*\/(?:docker|kubepods|libpod|containerd|lxc|crio)\b.*$/m;

/** Absent: nothing tells that this shell runs in a container. */
export const ownContainer = defineFact<OwnContainer>('machine.container', 'machine', (ask) => {
  if (ask.host.platform.os !== 'linux') return absent('no-container');
  const mark = marks.find((file) => ask.host.stat(file)?.kind === 'file');
  if (mark) return known({ source: mark, text: mark });
  const service = ask.host.env('KUBERNETES_SERVICE_HOST');
  if (service) return known({ source: 'KUBERNETES_SERVICE_HOST', text: service });
  const group = groups.exec(valueIfKnown(readText(ask.host, '/proc/1/cgroup')) ?? '')?.[0];
  return group ? known({ source: '/proc/1/cgroup', text: group }) : absent('no-container');
});
