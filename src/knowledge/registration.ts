import { compareModule } from '../read/modules/module-version.ts';
import { firstWrappingRelease } from './message-functions.ts';

/**
 * The first release of google.golang.org/protobuf that panics where two files of a program collide. Measured: 1.20.1 and 1.25.0
 * write a warning and go on, 1.26.0, 1.31.0 and 1.36.12 panic.
 */
export const firstPanickingRelease = 'v1.26.0';

/** True for a runtime with which a program does not start where two of its files collide. */
export function panicsOnConflict(runtime: string): boolean {
  return compareModule(runtime, firstPanickingRelease) >= 0;
}

/** True for a github.com/golang/protobuf that passes on what it is given: before, it keeps a registry of its own and only logs. */
export function sharesRegistry(oldRuntime: string): boolean {
  return compareModule(oldRuntime, firstWrappingRelease) >= 0;
}

/** What makes a program go on: a variable of its environment, and one that the linker sets. Measured with 1.26.0 and 1.36.12. */
export const conflictPolicy = {
  environment: 'GOLANG_PROTOBUF_REGISTRATION_CONFLICT',
  linker: 'google.golang.org/protobuf/reflect/protoregistry.conflictPolicy',
  values: ['warn', 'ignore'],
} as const;

/** Endings of file names that leave a file to one system (go help buildconstraint: GOOS and GOARCH of Go 1.26). */
export const systemsInNames: ReadonlySet<string> = new Set(
  (
    'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos ' +
    '386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x wasm sparc64 riscv'
  ).split(' '),
);

/** Packages that give descriptors to others, which then look for every file that one imports. */
export const describingPackages: ReadonlySet<string> = new Set([
  'google.golang.org/grpc/reflection',
  'connectrpc.com/grpcreflect',
  'google.golang.org/protobuf/reflect/protodesc',
]);
