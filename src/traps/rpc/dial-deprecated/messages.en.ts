export const en = {
  summary: 'Deprecated ways to connect, and deprecated packages',
  'title-hangs': 'a dial with WithBlock and without a deadline: it waits for ever while the server is not there',
  'title-gone': '{name} is in grpc-go {version} and gone from {removed} on',
  'title-migration': '{name} is deprecated; {instead} needs grpc-go {floor}, the build uses {version}',
  'title-lenient': '{name} is deprecated, and reads JSON that {instead} refuses',
  'title-info': '{name} is deprecated since {deprecated}',
  'title-info-many': '{name} is deprecated since {deprecated}; with others like it {count} uses',
  'title-known': '{name} is deprecated since {deprecated}, and the code says that this is known',
  'label-hangs': 'waits until there is a connection',
  'label-gone': 'removed in {removed}',
  'label-migration': 'replaced in {floor}',
  'label-lenient': 'use {instead}',
  'label-info': 'use {instead}',
  'why-hangs':
    'WithBlock makes the dial try again and again until a connection stands. Nothing here ends that: neither the context nor WithTimeout. The program hangs without a word.',
  'why-gone': 'It works today. The next upgrade of grpc-go does not compile, so replace it first.',
  'why-migration':
    'What takes its place is not in this release. Change the version first, then the code: the other way round it does not compile.',
  'why-lenient':
    'Measured: a field that is given twice, text behind the message, null in a list and bytes that are no UTF-8 pass without an error. It matters where the JSON comes from somebody else.',
  'why-dial':
    'It still works, and will throughout version 1. grpc.NewClient does the same but for three things: the default scheme is dns and not passthrough, it connects with the first call, and it ignores WithBlock, WithTimeout, FailOnNonTempDialError and WithReturnConnectionError.',
  'why-name': 'It still works in this release. Its documentation names {instead} in its place.',
  'fix-deadline':
    'dial with a context from context.WithTimeout, or without WithBlock and with a deadline on each call (WaitForReady where a call should wait)',
  'fix-upgrade': 'bring grpc-go up to the release that has the replacements, in a change of its own',
  'fix-credentials': 'write insecure.NewCredentials for WithInsecure: the same connection',
  'fix-client':
    'write NewClient for Dial; put passthrough:/// before a target that no DNS server knows (a name of the cluster, bufconn, an own dialer)',
  'fix-dial':
    'write grpc.NewClient, take out the options that it ignores, and give each call a deadline; keep passthrough:/// where the target is no DNS name',
  'fix-name': 'write {instead} in the place of {name}',
  'seen-why': 'A linter reports a function of grpc-go that is deprecated; it still works.',
  'seen-fix': 'read what changes before you move: grpc.NewClient resolves names and connects at another time',
} as const;
