export const en = {
  summary: 'A plugin, or protoc itself, does not know what a .proto file uses',
  'title-optional': '{part} {version} does not take optional fields of proto3, and {file} has one',
  'title-optional-many':
    '{part} {version} does not take optional fields of proto3, and {file} and {more} more files have some',
  'title-edition': '{part} {version} does not take edition {edition}, of which {file} is',
  'title-edition-many': '{part} {version} does not take edition {edition}, of which {file} and {more} more files are',
  'why-plugin': 'A plugin tells protoc which features it knows, and protoc asks no plugin for more than that.',
  'why-protoc': 'An edition is known to the protoc that it came with and to later ones.',
  bites: 'protoc: {says}',
  'fix-plugin': 'install {part} {fitting} or later, the first that takes it',
  'fix-other-plugin': 'use google.golang.org/protobuf/cmd/protoc-gen-go instead: no release of this plugin takes it',
  'fix-protoc': 'install protoc {since} or later',
  'seen-why': 'The plugin does not announce a feature that the file uses.',
  'seen-fix': 'install a newer release of the plugin, or do without the feature',
} as const;
