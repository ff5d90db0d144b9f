export const en = {
  summary: 'A message of one protobuf API is given to a function of the other one',
  'title-plain': '{message} has no ProtoReflect, and {function} of the new API wants it',
  'title-gogo': '{message} is of the new API, and {function} of gogo/protobuf panics on it',
  'title-old': '{message} is of the new API, and {function} of golang/protobuf {version} panics on it',
  'why-plain': 'A plugin from before 1.20 made {declared}. Its messages implement the old API only.',
  'why-gogo':
    'gogo/protobuf is a fork of the old API. It reads the fields of a struct by reflection, and messages of the new API have fields that are none.',
  'why-old':
    'A replace keeps golang/protobuf below 1.4, where it became a wrapper of the new API. It reads fields that are none.',
  'bites-plain': 'go build: *{message} does not implement protoreflect.ProtoMessage (missing method ProtoReflect)',
  'bites-tag': 'it builds, and when this runs: panic: protobuf tag not enough fields in {message}.state:',
  'bites-unexported':
    'it builds, and when this runs: panic: reflect.Value.Interface: cannot return value obtained from unexported field or method',
  'fix-wrap':
    'give protoadapt.MessageV2Of(m) of google.golang.org/protobuf/protoadapt to {function}, or generate {declared} again',
  'fix-new-functions': 'call the function of google.golang.org/protobuf/proto for messages that protoc-gen-go made',
  'fix-drop-replace': 'take the replace of golang/protobuf out of go.mod: from 1.4 on it takes every message',
} as const;
