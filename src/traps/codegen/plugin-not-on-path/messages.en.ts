export const en = {
  summary: 'protoc looks for a plugin on PATH and does not find it',
  title: '{plugin} is not installed, and the generated code is not there yet',
  'title-folder': '{plugin} is installed in {folder}, which is not on PATH',
  'title-committed': '{plugin} is not on PATH (needed only to generate again)',
  why: 'protoc starts a program of that name from PATH for --{flag}_out; without it nothing is generated, and the project does not build.',
  'why-folder': 'go install puts programs into GOBIN, else into bin below GOPATH. protoc looks at PATH only.',
  'why-committed': 'The generated code is in the repository, so builds pass; changing a .proto file needs the plugin.',
  bites: '{plugin}: program not found or is not executable … --{flag}_out: {plugin}: Plugin failed with status code 1.',
  'fix-unknown': 'install it in the version that the project names',
  'seen-why':
    'protoc starts a program named protoc-gen-NAME for --NAME_out. It was not found, or the path that was given leads nowhere.',
  'seen-fix':
    'install the plugin, put its folder (go env GOBIN, or bin below GOPATH) on PATH, and check the spelling of --NAME_out',
  'seen-ask':
    'What does `ls -l "$(go env GOPATH)/bin"/protoc-gen-*` say? Not there: install it. Without x: `chmod +x`. There: put the folder on PATH. Was Go switched lately? Then it lies with the other Go.',
} as const;
