export const en = {
  summary: 'A replace directive gives the build another grpc or protobuf than the required one',
  'title-lowered': '{path} {required} is required, but the build uses {version}',
  'title-fork': '{path} is replaced by the fork {target}',
  'title-local': '{path} is replaced by the folder {target}',
  label: 'what the build really uses',
  'why-lowered':
    'replace wins over every requirement, those of dependencies too; what they need of the newer version is not there.',
  'why-fork':
    'The fork may lack what generated code and dependencies expect of the version they name, and go mod verify does not look at it.',
  'why-local': 'The folder decides what is compiled; its version is not checked, and others do not have it.',
  bites: 'undefined: grpc.… in generated code or in a dependency, while go.mod shows {required}',
  'fix-drop': 'drop the replacement, then go mod tidy',
  'fix-drop-work': 'drop the replacement from the workspace, then go mod tidy in its modules',
  expect: 'prints no =>',
} as const;
