export const en = {
  summary: 'Nothing says which Go package the code of a .proto file belongs to',
  'title-refused': '{file} has no go_package, and {plugin} {version} refuses it',
  'several-refused':
    '{count} .proto files have no go_package, and {plugin} {version} refuses them; the first is {file}',
  'title-nobody': '{file} has no go_package: its Go code cannot be generated',
  'several-nobody': '{count} .proto files have no go_package: their Go code cannot be generated; the first is {file}',
  'title-warned': '{file} has no go_package; {plugin} {version} warns, and later releases refuse it',
  'several-warned': '{count} .proto files have no go_package; {plugin} {version} warns, and later releases refuse them',
  'title-unknown': '{file} has no go_package, which {plugin} refuses since 2021',
  'several-unknown': '{count} .proto files have no go_package, which {plugin} refuses since 2021; the first is {file}',
  'title-beside': '{file} has no go_package, and a script of tests or examples makes Go code of it',
  'several-beside': '{count} .proto files have no go_package, and a script of tests or examples makes Go code of them',
  why: 'The plugin has to know the import path of the package before it writes a line. Neither the file nor an M option nor managed mode of buf tells it.',
  'why-code':
    '{code} was made of it by a plugin that still guessed. Since protoc-gen-go 1.26 the import path has to be told, and nothing does.',
  'why-imported':
    'It is imported by {importer}, and the plugin has to know the Go package of every file that it reads, also of those that it makes no code of.',
  bites: '{plugin}: unable to determine Go import path for "{name}"',
  'bites-warned': 'WARNING: Missing \'go_package\' option in "{name}"',
  'fix-option': 'write option go_package = "{value}" into {file}',
  'fix-options': 'write the option into {edits} of these files, each with the path of its own folder',
  'fix-option-and-command': 'write the option {value}, and let the code land where it did, by paths=source_relative',
  'fix-write': 'write option go_package = "IMPORT/PATH"; below the package of {file}',
  'fix-mapping': 'give the plugin the path of a file that is not yours: --go_opt=M{name}=IMPORT/PATH',
  'fix-managed': 'or let buf write it: managed, enabled: true, and an override of go_package_prefix',
  'seen-why': 'The file has no go_package option and no M mapping names its Go import path.',
  'seen-fix': 'add option go_package to the file',
  'seen-ask':
    'Which file does the line before name, and has it a go_package? One without a path between its quotes counts as none.',
} as const;
