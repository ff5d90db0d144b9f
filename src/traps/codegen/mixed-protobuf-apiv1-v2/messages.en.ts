export const en = {
  summary: 'A message of one protobuf API is given to a function of the other one',
  'title-plain': '{message} has no ProtoReflect, and {function} of the new API wants it',
  'title-gogo': '{message} is of the new API, and {function} of gogo/protobuf panics on it',
  'title-old': '{message} is of the new API, and {function} of golang/protobuf {version} panics on it',
  'title-runtime': '{file} gives messages of the new API to {module} {version}, which reads them by gogo/protobuf',
  'title-codec-value': '{message} has {field} by value, and grpc-go cannot write it',
  'title-codec-list': '{message} has values in the list {field}, and grpc-go panics on them',
  'title-codec-time': '{message} has {field} as time.Time, and grpc-go leaves it out',
  'why-runtime':
    '{module} used gogo/protobuf until {fixed}. That reads the fields of a struct, and those of {messages} have fields that are none.',
  'why-codec':
    'gogo made the message without a method Marshal. From golang/protobuf {old} on messages are read as the new API reads them, and that knows no such field; {count} fields of messages in calls are of this kind.',
  'why-plain': 'A plugin from before 1.20 made {declared}. Its messages implement the old API only.',
  'why-gogo':
    'gogo/protobuf is a fork of the old API. It reads the fields of a struct by reflection, and messages of the new API have fields that are none.',
  'why-old':
    'A replace keeps golang/protobuf below 1.4, where it became a wrapper of the new API. It reads fields that are none.',
  'bites-plain': 'go build: *{message} does not implement protoreflect.ProtoMessage (missing method ProtoReflect)',
  'bites-tag': 'it builds, and when this runs: panic: protobuf tag not enough fields in {message}.state:',
  'bites-unexported':
    'it builds, and when this runs: panic: reflect.Value.Interface: cannot return value obtained from unexported field or method',
  'bites-runtime':
    'code of protoc-gen-go-ttrpc 1.1 builds, and the first call dies: panic: protobuf tag not enough fields in (message).state: · code of 1.2 does not compile: srv.RegisterService undefined (type … has no field or method RegisterService)',
  'bites-codec-value':
    'each call in which it is set: code = Internal desc = grpc: error while marshaling: proto: (type) does not implement Marshal',
  'bites-codec-list': 'the first call with an element in it dies: panic: reflect: Elem of invalid type',
  'bites-codec-time': 'no error: the other side gets the message without it',
  'fix-runtime': 'take a release without gogo/protobuf',
  'fix-marshalers':
    'generate with protoc-gen-gogofaster, or with the options marshaler_all, unmarshaler_all and sizer_all: messages then write themselves',
  'fix-own-codec': 'or leave `(gogoproto.nullable) = false`, `stdtime` and `stdduration` out of what travels in calls',
  'fix-wrap':
    'give protoadapt.MessageV2Of(m) of google.golang.org/protobuf/protoadapt to {function}, or generate {declared} again',
  'fix-new-functions': 'call the function of google.golang.org/protobuf/proto for messages that protoc-gen-go made',
  'fix-drop-replace': 'take the replace of golang/protobuf out of go.mod: from 1.4 on it takes every message',
  'seen-why': 'A message without ProtoReflect was made by a generator before API v2 and meets code that wants API v2.',
  'seen-fix': 'generate the messages again with the current protoc-gen-go',
} as const;
