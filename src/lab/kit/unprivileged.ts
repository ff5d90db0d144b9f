import { tmpdir } from 'node:os';
import { whereIs } from './offline.ts';
import { run } from './process.ts';

/**
 * A prefix under which a command may only write where the modes of files allow it, whoever runs the lab: the superuser without
 * the capabilities that set them aside. Empty for anybody else.
 */
export async function unprivileged(): Promise<readonly string[]> {
  if (process.getuid?.() !== 0) return [];
  const setpriv = await whereIs('setpriv');
  const prefix = [setpriv, '--bounding-set=-dac_override,-dac_read_search,-fowner'];
  const { rc, stderr } = await run([...prefix, setpriv, '--version'], { cwd: tmpdir(), env: {}, timeoutMs: 10_000 });
  if (rc !== 0)
    throw new Error(`run the lab as another user than root: setpriv cannot drop capabilities (${stderr.trim()})`);
  return prefix;
}
