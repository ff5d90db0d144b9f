import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '目标里的名字在域名服务器里不存在',
  title: '没有 {name} 这个名字',
  'title-search': '没有 {name} 这个名字，按搜索列表拼出的 {names} 个名字也都没有',
  'why-dns':
    '域名服务器里没有这个名字。NewClient 用的是 dns 解析器，grpc-go 会把这种回答变成空的地址列表，而且只报告这一点：调用方看不到 "no such host"。',
  'why-passthrough':
    '域名服务器里没有这个名字。用 passthrough 时，每次连接都由拨号器查一次名字，它的错误会写在调用的错误里。',
  'why-not-asked':
    '名字里只能有字母、数字、连字符、点和下划线，并且至少要有一个字母。别的写法 Go 自己就说没有这个主机，根本不去问。',
  'fix-cluster':
    '看一下命名空间 {namespace} 里有没有 Service {service}；别的命名空间里的 Service，名字里要带上那个命名空间',
  'fix-look': '按本机的方式查一下这个名字，并与本来要写的名字逐个字母对照：{name}',
  'fix-place':
    '在客户端运行的地方做探测：Docker Compose 的名字只在同一网络的容器里有效，Kubernetes 的名字只在它的 Pod 里有效，VPN 里的名字只有连上 VPN 才有效',
  'fix-letters': '目标里不要有引号、空格和没有被替换的占位符：{name}',
  'seen-why': '所询问的域名服务器不认识这个名字。',
  'seen-fix': '核对服务的名字，并确认询问的是认识它的域名服务器',
  'seen-ask': '名字本身是否存在，只是没有地址？查它的其他记录：dig NAME ANY',
};
