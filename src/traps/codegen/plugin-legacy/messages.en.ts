export const en = {
  summary: 'The protoc-gen-go that runs is the old one of github.com/golang/protobuf',
  title: '{path} is the old protoc-gen-go of github.com/golang/protobuf, {version}',
  why: 'It was superseded in 2020 by the plugin of google.golang.org/protobuf; the name is the same, the output is not.',
  'why-breaks':
    'Its output imports {runtime}, which go.mod does not require. The plugin of google.golang.org/protobuf has the same name.',
  bites: 'older generated code than the rest of the team has',
  'bites-breaks': 'go: updates to go.mod needed, or: no required module provides package {runtime}/proto',
} as const;
