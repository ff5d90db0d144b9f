import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';

/** GOARCH names by the names that QEMU gives them in binfmt_misc. */
const qemuNames: Readonly<Record<string, string>> = {
  'qemu-aarch64': 'arm64',
  'qemu-arm': 'arm',
  'qemu-x86_64': 'amd64',
  'qemu-i386': '386',
  'qemu-riscv64': 'riscv64',
  'qemu-ppc64le': 'ppc64le',
  'qemu-s390x': 's390x',
  'qemu-loongarch64': 'loong64',
};

/** Architectures of other machines whose programs this one runs all the same: QEMU on Linux, Rosetta on macOS. */
export const emulatedArchitectures = defineFact<readonly string[]>('tools.emulation', 'machine', ({ host }) => {
  if (host.platform.os === 'darwin') return known(host.platform.arch === 'arm64' ? ['amd64'] : []);
  if (host.platform.os === 'windows') return known(host.platform.arch === 'arm64' ? ['amd64', '386'] : ['386']);
  const handlers = host.list('/proc/sys/fs/binfmt_misc') ?? [];
  const emulated = handlers.flatMap(({ name }) => qemuNames[name] ?? []);
  return known([...smallerSiblings(host.platform.arch), ...emulated]);
});

/** What the processor itself runs besides its own kind. Not every arm64 runs arm, but nobody can tell from its name. */
export function smallerSiblings(arch: string): readonly string[] {
  return { amd64: ['386'], arm64: ['arm'] }[arch] ?? [];
}
