import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '名字没有地址，而 grpc-go 只说 "produced zero addresses"',
  'title-empty': '名字 {name} 存在，但既没有 IPv4 地址也没有 IPv6 地址',
  'title-refused': '域名服务器 {server} 拒绝回答 {name} 是什么',
  'title-lame': '域名服务器 {server} 不管 {name} 这样的名字',
  'why-empty':
    '一个名字可以只有别的记录：只有邮件服务器的域名、只是其他名字的上级、Kubernetes 里没有就绪 Pod 又没有自己地址的 Service。Go 把这种回答当作“没有这个主机”，dns 解析器再让 grpc-go 把它变成空的地址列表。',
  'why-refused':
    '服务器回答 REFUSED：它不为这个客户端服务，或者不管这个域。Go 会把每台服务器问两遍，但不告诉 grpc-go 这可能是暂时的，所以结果同样是空的地址列表。',
  'why-lame':
    '服务器的回答没有错误也没有记录，自己不负责这个域，也不去问别人：它只为自己的域服务。Go 会跳过它；如果没有别的服务器，剩下的就是空的地址列表。',
  'fix-lame': '在 /etc/resolv.conf 里写一台替客户端解析的服务器，或者让这一台也这样做（递归）：{server}，问的是 {name}',
  'fix-empty': '看一下这个名字有哪些记录，给它加上 A 或 AAAA 记录，或者改拨有地址的名字：{name}',
  'fix-pods': '没有自己地址的 Service（clusterIP: None）：用 kubectl get endpointslices 看有没有就绪的 Pod',
  'fix-refused':
    '自己问一下这台服务器，然后让它为这个网络服务，或者在 /etc/resolv.conf 里换一台服务器：{server}，问的是 {name}',
  'seen-why': '解析器没有给出地址：目标不是 DNS 名字（grpc.NewClient 会查 DNS，而 Dial 不会），或者这个名字没有地址。',
  'seen-fix': '套接字、bufconn 和代理才知道的名字写 passthrough:///；DNS 名字用 grpc-doctor probe 查看',
  'seen-ask': '域名服务器对这个名字的回答里是不是没有地址，还是拒绝回答？dig NAME',
};
