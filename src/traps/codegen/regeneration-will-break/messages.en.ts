export const en = {
  summary: 'What the plugin at hand generates will not compile in this module',
  'title-grpc': 'code from {plugin} {version} needs grpc-go {needed}, this module has {has}',
  'title-language': 'code from {plugin} {version} needs go {needed}, this module says go {has}',
  'label-grpc': 'will write SupportPackageIsVersion{constant}',
  'label-language': 'will write what came with go {needed}',
  'why-found':
    'This is the plugin that would run ({source}). What it writes belongs to newer surroundings than this module offers.',
  'why-pinned':
    '{source} names this version of the plugin. What it writes belongs to newer surroundings than this module offers.',
  'why-newest':
    'Nothing in the project says which version to use, so it will be the newest. What that writes belongs to newer surroundings than this module offers.',
  'bites-grpc': 'go build after generating: undefined: grpc.SupportPackageIsVersion{constant}',
  'bites-grpc-streams': 'go build after generating: undefined: grpc.ServerStreamingClient … too many errors',
  'bites-language':
    'go build after generating: … requires go{needed} or later (-lang was set to go{has}; check go.mod)',
  'fix-grpc': 'or bring grpc-go up to what the plugin writes for',
  'fix-language': 'or raise the go line',
} as const;
