export const en = {
  summary: 'Code uses something of grpc-go that the version in the build does not have',
  'title-removed': '{name} was removed in grpc-go {changed}, the build uses {version}',
  'title-removed-many':
    '{name} was removed in grpc-go {changed}, the build uses {version}; {more} more names are missing',
  'title-added': '{name} came with grpc-go {changed}, the build uses {version}',
  'title-added-many': '{name} came with grpc-go {changed}, the build uses {version}; {more} more names are missing',
  'title-loose': '{name} was removed in grpc-go {changed}, and no go.mod here asks for an older one',
  'label-removed': 'removed in {changed}',
  'label-added': 'added in {changed}',
  'why-removed':
    'The code was written for an older grpc-go. What it calls was experimental or deprecated, and is gone.',
  'why-added': 'The code was written for a newer grpc-go than the one that is compiled.',
  'why-loose':
    'These files belong to no module, so nothing says which grpc-go they mean. As soon as they get a go.mod, it is the newest one, {version}.',
  'why-constrained': 'A build constraint decides whether this file is compiled; where it is, the build fails.',
  'bites-package': 'go build: no required module provides package {package}',
  'bites-name': 'go build: undefined: {name}',
  'fix-upgrade': 'bring grpc-go up to what the code uses',
  'fix-rename': 'write the name that took its place; nothing else changes',
  'fix-balancer': 'choose the policy by a service config; one that the name resolver gives has precedence',
  'fix-instead': 'write {instead} in the place of {name}',
  'fix-look': 'look up in the release notes of grpc-go {changed} what took the place of {name}',
  'seen-why': 'What is named here was removed from grpc-go; this code, or an old dependency, still uses it.',
  'seen-fix':
    'use what took its place; where a dependency imports it, raise the dependency (etcd: go.etcd.io/etcd/client/v3)',
  'later-why': 'The name or package came to grpc-go with a later release than the one that the module selects.',
  'later-fix': 'take a newer grpc-go, or what the selected one has in its place',
  'later-ask':
    'which release does the module select? go list -m google.golang.org/grpc; where there is none, require it first',
} as const;
