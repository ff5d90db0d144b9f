import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '把一种 protobuf API 的消息交给了另一种 API 的函数',
  'title-plain': '{message} 没有 ProtoReflect，而新 API 的 {function} 需要它',
  'title-gogo': '{message} 属于新 API，gogo/protobuf 的 {function} 遇到它会 panic',
  'title-old': '{message} 属于新 API，golang/protobuf {version} 的 {function} 遇到它会 panic',
  'why-plain': '{declared} 由 1.20 之前的插件生成，其中的消息只实现了旧 API。',
  'why-gogo':
    'gogo/protobuf 是旧 API 的分支。它用反射读取结构体的字段，而新 API 的消息里有些字段并不是 protobuf 字段。',
  'why-old':
    '一条 replace 把 golang/protobuf 压在 1.4 以下；从 1.4 起它才改为包装新 API。旧版会把不是 protobuf 字段的成员也当作字段来读。',
  'bites-plain': 'go build：*{message} does not implement protoreflect.ProtoMessage (missing method ProtoReflect)',
  'bites-tag': '能编译，运行到这里时：panic: protobuf tag not enough fields in {message}.state:',
  'bites-unexported':
    '能编译，运行到这里时：panic: reflect.Value.Interface: cannot return value obtained from unexported field or method',
  'fix-wrap':
    '把 google.golang.org/protobuf/protoadapt 的 protoadapt.MessageV2Of(m) 交给 {function}，或者重新生成 {declared}',
  'fix-new-functions': '对 protoc-gen-go 生成的消息，改用 google.golang.org/protobuf/proto 里的函数',
  'fix-drop-replace': '从 go.mod 里去掉对 golang/protobuf 的 replace：从 1.4 起它接受所有消息',
};
