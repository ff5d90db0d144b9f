export const en = {
  summary: 'A script asks protoc-gen-go for gRPC code, which it no longer makes',
  title: '{file} still asks protoc-gen-go for gRPC code with {option}',
  label: 'refused since protoc-gen-go 1.20 of google.golang.org/protobuf',
  why: 'The plugin that runs here ({version}) makes messages only; gRPC code comes from protoc-gen-go-grpc since 2020.',
  'why-newest':
    'Every release of protoc-gen-go that is installed today makes messages only; gRPC code comes from protoc-gen-go-grpc since 2020.',
  bites: "protoc-gen-go: plugins are not supported; use 'protoc --go-grpc_out=...' to generate gRPC",
  'fix-edit':
    'ask each plugin for its part (protoc-gen-go-grpc must be installed; servers then embed Unimplemented…Server)',
  'fix-text': 'drop the option and add --go-grpc_out',
  'seen-why':
    'protoc-gen-go of google.golang.org/protobuf makes messages only; plugins=grpc belonged to its predecessor.',
  'seen-fix': 'drop plugins=grpc: from --go_out and add --go-grpc_out with protoc-gen-go-grpc',
} as const;
