import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '服务端结构体里没有嵌入接口所要求的生成类型',
  'title-missing': '{type} 注册为 {service}Server，却没有嵌入 Unimplemented{service}Server',
  'title-pointer': '{type} 以指针方式嵌入 Unimplemented{service}Server，而没有任何地方给它赋值',
  'why-missing':
    '{generated} 里的接口有一个方法 {mustEmbed}，它是那个包私有的，只能由那个包里的类型提供。这样，以后给服务增加方法时，已有的服务端仍能编译。',
  'why-others':
    '编译器只说出第一个缺少的方法 {first} 就停下。{mustEmbed} 也缺，而且无法手写：它是 {generated} 所在包私有的。嵌入该类型后两者都有。',
  'why-start': '{generated} 里的 RegisterXServer 会调用嵌入类型的一个方法，正是为了在第一次调用之前就发现这个问题。',
  'why-call': '{type} 自己没有的方法（例如 {first}）会在这个指针上调用，而指针是 nil。',
  'bites-missing': 'go build：… does not implement {alias}.{service}Server (missing method {first})',
  'bites-start': '能编译，注册时就会 panic：runtime error: invalid memory address or nil pointer dereference',
  'bites-call':
    '能编译，也能启动；第一次调用 {first} 会让整个程序退出：panic: runtime error: invalid memory address or nil pointer dereference',
  'fix-embed': '在 {type} 里嵌入 {alias}.Unimplemented{service}Server',
  'fix-value': '去掉星号，按值嵌入 {alias}.Unimplemented{service}Server',
  'fix-option':
    '或者用 --go-grpc_opt=require_unimplemented_servers=false 生成：此后服务每增加一个方法，所有服务端都会编译不过',
  'seen-why': '生成的服务端接口有一个未导出的方法，因此服务端必须嵌入生成的 Unimplemented 类型。',
  'seen-fix': '在服务端的结构体中嵌入 UnimplementedXServer（按值）',
  'seen-ask':
    '重新生成之前代码能编译吗（看 _grpc.pb.go 的 `git diff`）？能：运行的 protoc-gen-go-grpc 与项目的版本不同；加上 require_unimplemented_servers=false 它就不要求嵌入。',
};
