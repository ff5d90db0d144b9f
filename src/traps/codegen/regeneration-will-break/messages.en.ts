export const en = {
  summary: 'What the plugin at hand generates will not compile in this module',
  'title-grpc': 'code from {plugin} {version} needs grpc-go {needed}, this module has {has}',
  'title-language': 'code from {plugin} {version} needs go {needed}, this module says go {has}',
  'title-server':
    'code from {plugin} {version} will want Unimplemented{service}Server embedded, and the server at {place} has it not',
  'label-server': 'will write mustEmbedUnimplemented{service}Server into the interface',
  'label-grpc': 'will write SupportPackageIsVersion{constant}',
  'label-language': 'will write what came with go {needed}',
  'why-found':
    'This is the plugin that would run ({source}). What it writes belongs to newer surroundings than this module offers.',
  'why-pinned':
    '{source} names this version of the plugin. What it writes belongs to newer surroundings than this module offers.',
  'why-newest':
    'Nothing in the project says which version to use, so it will be the newest. What that writes belongs to newer surroundings than this module offers.',
  'why-job':
    'The job {job} installs this version and generates with it. What it writes does not go with the code that is there.',
  'why-job-compares':
    'The job {job} installs this version, generates, and then asks whether the files are those of the repository ({command}). They never will be, and what the plugin writes does not compile here.',
  'bites-server':
    'go build after generating: … does not implement {service}Server (missing method mustEmbedUnimplemented{service}Server)',
  'bites-grpc': 'go build after generating: undefined: grpc.SupportPackageIsVersion{constant}',
  'bites-grpc-streams': 'go build after generating: undefined: grpc.ServerStreamingClient … too many errors',
  'bites-language':
    'go build after generating: … requires go{needed} or later (-lang was set to go{has}; check go.mod)',
  'fix-embed': 'embed Unimplemented{service}Server by value in the type that is registered at {place}',
  'fix-option': 'or generate with --go-grpc_opt=require_unimplemented_servers=false',
  'fix-grpc': 'or bring grpc-go up to what the plugin writes for',
  'fix-language': 'or raise the go line',
} as const;
