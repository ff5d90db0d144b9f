import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '代码用到了 grpc-go 中当前版本没有的内容',
  'title-removed': '{name} 在 grpc-go {changed} 中已被移除，而构建用的是 {version}',
  'title-removed-many': '{name} 在 grpc-go {changed} 中已被移除，而构建用的是 {version}；另有 {more} 个名字也不存在',
  'title-added': '{name} 从 grpc-go {changed} 起才有，而构建用的是 {version}',
  'title-added-many': '{name} 从 grpc-go {changed} 起才有，而构建用的是 {version}；另有 {more} 个名字也不存在',
  'title-loose': '{name} 在 grpc-go {changed} 中已被移除，这里也没有要求旧版本的 go.mod',
  'label-removed': '在 {changed} 中移除',
  'label-added': '从 {changed} 起才有',
  'why-removed': '代码是为较旧的 grpc-go 写的。它调用的内容当时是实验性的或已弃用，现在已经没有了。',
  'why-added': '代码是为比现在编译所用更新的 grpc-go 写的。',
  'why-loose':
    '这些文件不属于任何模块，没有任何地方说明要用哪个 grpc-go。一旦建立 go.mod，得到的就是最新版 {version}。',
  'why-constrained': '这个文件是否参与编译由构建约束决定；一旦参与，构建就会失败。',
  'bites-package': 'go build：no required module provides package {package}',
  'bites-name': 'go build：undefined: {name}',
  'fix-upgrade': '把 grpc-go 升级到代码所用的版本',
  'fix-rename': '改用取代它的名字，其余不变',
  'fix-balancer': '用服务配置选择负载均衡策略；名称解析器给出的配置优先',
  'fix-instead': '用 {instead} 代替 {name}',
  'fix-look': '在 grpc-go {changed} 的发布说明中查找取代 {name} 的写法',
  'seen-why': '这里提到的包或名字已经从 grpc-go 中删除，而这段代码或某个旧依赖仍在使用它。',
  'seen-fix': '改用它的替代品；如果是依赖在导入，就升级该依赖（etcd：go.etcd.io/etcd/client/v3）',
  'later-why': '这个名称或包是 grpc-go 在更新的版本里才有的，模块选定的版本还没有。',
  'later-fix': '换用更新的 grpc-go，或者用选定版本里对应的写法',
  'later-ask': '模块选定的是哪个版本？go list -m google.golang.org/grpc；如果没有，先加上这个依赖',
};
