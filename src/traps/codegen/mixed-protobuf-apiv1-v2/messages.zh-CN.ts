import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '把一种 protobuf API 的消息交给了另一种 API 的函数',
  'title-plain': '{message} 没有 ProtoReflect，而新 API 的 {function} 需要它',
  'title-gogo': '{message} 属于新 API，gogo/protobuf 的 {function} 遇到它会 panic',
  'title-old': '{message} 属于新 API，golang/protobuf {version} 的 {function} 遇到它会 panic',
  'title-runtime': '{file} 把新 API 的消息交给 {module} {version}，而后者用 gogo/protobuf 读取',
  'title-codec-value': '{message} 的 {field} 不是指针，grpc-go 写不出来',
  'title-codec-list': '{message} 的列表 {field} 里不是指针，grpc-go 遇到会 panic',
  'title-codec-time': '{message} 的 {field} 是 time.Time，grpc-go 会把它丢掉',
  'why-runtime':
    '{module} 在 {fixed} 之前用的是 gogo/protobuf：它直接读结构体的字段，而 {messages} 里的消息有些字段并不是 protobuf 字段。',
  'why-codec':
    '这个消息由 gogo 生成，没有 Marshal 方法。从 golang/protobuf {old} 起，消息按新 API 的方式读取，而新 API 不认识这样的字段；在调用中用到的消息里，这样的字段有 {count} 个。',
  'why-plain': '{declared} 由 1.20 之前的插件生成，其中的消息只实现了旧 API。',
  'why-gogo':
    'gogo/protobuf 是旧 API 的分支。它用反射读取结构体的字段，而新 API 的消息里有些字段并不是 protobuf 字段。',
  'why-old':
    '一条 replace 把 golang/protobuf 压在 1.4 以下；从 1.4 起它才改为包装新 API。旧版会把不是 protobuf 字段的成员也当作字段来读。',
  'bites-plain': 'go build：*{message} does not implement protoreflect.ProtoMessage (missing method ProtoReflect)',
  'bites-tag': '能编译，运行到这里时：panic: protobuf tag not enough fields in {message}.state:',
  'bites-unexported':
    '能编译，运行到这里时：panic: reflect.Value.Interface: cannot return value obtained from unexported field or method',
  'bites-runtime':
    'protoc-gen-go-ttrpc 1.1 的代码能编译，第一次调用就崩溃：panic: protobuf tag not enough fields in (消息).state:；1.2 的代码编译不过：srv.RegisterService undefined (type … has no field or method RegisterService)',
  'bites-codec-value':
    '只要它有值，调用就失败：code = Internal desc = grpc: error while marshaling: proto: (类型) does not implement Marshal',
  'bites-codec-list': '列表里有元素时，第一次调用就崩溃：panic: reflect: Elem of invalid type',
  'bites-codec-time': '没有报错：对方收到的消息里没有它',
  'fix-runtime': '换用不再使用 gogo/protobuf 的版本',
  'fix-marshalers':
    '改用 protoc-gen-gogofaster 生成，或加上选项 marshaler_all、unmarshaler_all 和 sizer_all：消息就会自己写出',
  'fix-own-codec': '或者在调用用到的消息里不用 `(gogoproto.nullable) = false`、`stdtime` 和 `stdduration`',
  'fix-wrap':
    '把 google.golang.org/protobuf/protoadapt 的 protoadapt.MessageV2Of(m) 交给 {function}，或者重新生成 {declared}',
  'fix-new-functions': '对 protoc-gen-go 生成的消息，改用 google.golang.org/protobuf/proto 里的函数',
  'fix-drop-replace': '从 go.mod 里去掉对 golang/protobuf 的 replace：从 1.4 起它接受所有消息',
  'seen-why': '没有 ProtoReflect 的消息是 API v2 之前的生成器生成的，而使用它的代码要求 API v2。',
  'seen-fix': '用现在的 protoc-gen-go 重新生成这些消息',
};
