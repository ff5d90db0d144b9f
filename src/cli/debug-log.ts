import type { ObservationKind } from '../core/failure.ts';

/** What these logs tell the reasons of. */
export const loggedMore: readonly ObservationKind[] = [
  'deadline-exceeded',
  'transport-closing',
  'preface-not-received',
  'dial-failed',
  'lookup-failed',
];

/** What makes Go and gRPC tell more of what they do. */
export function debugEnvironment(userGodebug: string | undefined): Readonly<Record<string, string>> {
  const settings = (userGodebug ?? '').split(',').filter(Boolean);
  // Who chose a resolver wants to see that one.
  const names = settings.some((setting) => setting.startsWith('netdns=')) ? [] : ['netdns=go+2'];
  return {
    GRPC_GO_LOG_SEVERITY_LEVEL: 'info',
    GRPC_GO_LOG_VERBOSITY_LEVEL: '99',
    GODEBUG: [...settings, ...names].join(','),
  };
}

const withCommands = new Set(['build', 'get', 'install', 'run', 'test', 'vet']);
const ofModules = new Set(['download', 'tidy']);

/** The command line with `-x` where it is a go command that prints what it runs or asks. */
export function debugWords(argv: readonly string[]): readonly string[] {
  const [program = ''] = argv;
  if (!/^(?:.*[\\/])?go(?:[\d.]+)?(?:\.exe)?$/.test(program) || argv.includes('-x')) return argv;
  // -C DIR stands before all else.
  let at = argv[1] === '-C' ? 3 : /^-C=/.test(argv[1] ?? '') ? 2 : 1;
  if (argv[at] === 'mod' && ofModules.has(argv[at + 1] ?? '')) at += 1;
  else if (!withCommands.has(argv[at] ?? '')) return argv;
  return [...argv.slice(0, at + 1), '-x', ...argv.slice(at + 1)];
}
