export const en = {
  summary: 'A line that installs a generator or a linter cannot work',
  'title-package': '{package} does not exist: {module} has no such command',
  'title-grpc-version': '{package} has no version {version}: that is one of grpc-go',
  'title-version': '{module} has no version {version}',
  'title-major': '{version} does not go with the path {module}',
  'title-without-v': 'version {version} of {package} lacks its v',
  'title-get': '"go get" does not install {names}',
  'title-get-outside': '"go get" outside of a module does not install {names}',
  'title-no-module': '"go install {package}" without a version, and there is no module here',
  'title-not-required': '"go install {package}" without a version, and go.mod does not require it',
  'why-package':
    'The go command looks for the package in {module}, finds the module, and does not find the package in it.',
  'why-grpc-version':
    'The plugin lies in the repository of grpc-go, but it is a module of its own with versions of its own.',
  'why-version': 'There are releases below and above it, but this one was never made.',
  'why-major': 'From version 2 on, the major version is a part of the module path.',
  'why-without-v': 'Versions of Go modules begin with a v; without it the text is taken for the name of a branch.',
  'why-get': 'Since Go 1.18 "go get" only changes go.mod; the program is not built. This runs with Go {go}.',
  'why-get-outside':
    'Since Go 1.18 "go get" only changes go.mod, and nothing was copied here that has one. This is Go {go}.',
  'why-no-module': 'Without a version go.mod decides, and nothing was copied here that has one.',
  'why-not-required':
    'Without a version go.mod decides. grpc-go does not bring this plugin along: it is a module of its own.',
  'bites-package': 'go: {package}{at}: module {module}{at} found, but does not contain package {package}',
  'bites-grpc-version':
    'go: {package}{at}: module google.golang.org/grpc{at} found, but does not contain package {package}',
  'bites-version': 'go: {package}{at}: … unknown revision {version}',
  'bites-major': 'go: {package}{at}: … invalid version: module path must match major version',
  'bites-without-v': 'go: {package}{at}: … invalid version: unknown revision {version}',
  'bites-get': 'go: added …, and no program: protoc-gen-…: program not found or is not executable',
  'bites-get-outside': "go: go.mod file not found … 'go get' is no longer supported outside a module.",
  'bites-no-module': "go: 'go install' requires a version when current directory is not in a module",
  'bites-not-required': 'no required module provides package {package}; to add it: go get {package}',
  'fix-write': 'write "{after}"',
  'fix-line': 'name the package and an exact version',
  'seen-why':
    'The command for installing names no version, or one of another module: the plugins have versions of their own.',
  'seen-fix': 'name a version of the plugin itself',
} as const;
