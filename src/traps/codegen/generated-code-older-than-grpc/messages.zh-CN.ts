import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '生成的代码所断言的内容，构建所用的 grpc-go 已经没有了',
  'title-constant': '{file} 要求 SupportPackageIsVersion{constant}，而 grpc-go 从 {since} 起都没有它',
  'title-constant-many':
    '{file} 等文件（另有 {more} 个）要求 SupportPackageIsVersion{constant}，而 grpc-go 从 {since} 起都没有它',
  'title-gap': '{file} 要求 SupportPackageIsVersion{constant}，而 grpc-go 在 {since} 到 {back} 之间没有它',
  'title-gap-many':
    '{file} 等文件（另有 {more} 个）要求 SupportPackageIsVersion{constant}，而 grpc-go 在 {since} 到 {back} 之间没有它',
  'title-handlers': '{file} 里的处理函数没有拦截器参数，grpc-go 从 {since} 起不再接受',
  'title-handlers-many': '{file} 等文件（另有 {more} 个）里的处理函数没有拦截器参数，grpc-go 从 {since} 起不再接受',
  'why-constant':
    '这些代码由 2016 年上半年的插件生成。它断言的常量在 grpc-go 1.0 之前就删掉了；这次构建用的是 {version}。',
  'why-gap': 'grpc-go 在 {since} 删掉了这个常量，又在 {back} 加了回来；这次构建用的 {version} 正好在中间。',
  'why-handlers': '这些代码由 2016 年 4 月之前的插件生成，那时服务端还没有拦截器；这次构建用的是 grpc-go {version}。',
  bites: 'go build：undefined: grpc.SupportPackageIsVersion{constant}',
  'bites-handlers':
    'go build：cannot use _Greeter_Greet_Handler (value of type func(srv interface{}, …) …) as grpc.MethodHandler value in struct literal',
  'fix-raise': '把 grpc-go 升到重新带有这个常量的第一个版本',
  'fix-again': '安装适合当前 grpc-go 的 protoc-gen-go-grpc {plugin}，然后重新生成',
  'seen-why': '旧的生成代码要求一个 grpc-go 已经去掉的支持版本。',
  'seen-fix': '安装现在的插件并重新生成代码',
};
