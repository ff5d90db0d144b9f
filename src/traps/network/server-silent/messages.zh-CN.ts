import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '没有任何回应：连不上，或者连上了没人说话',
  title: '{place} 接受连接，但 {seconds} 秒内明文和 TLS 都没有任何回应',
  'title-half': '{place} 开始 TLS 握手后，{seconds} 秒没有再说话',
  'title-tls': '{place} 完成 TLS 握手后，{seconds} 秒没有再说话',
  'title-calls': '{place} 会说 HTTP/2，但 {seconds} 秒内没有应答任何调用',
  'title-dropped': '{place} 在 {seconds} 秒内没有应答：发往它的包被丢弃',
  'title-no-way': '没有路通向 {place}（{code}）',
  why: '服务端的内核会自己完成连接，即使程序卡住、停在调试器里，或者连接多到处理不过来。负载均衡在等一个死掉的后端时也是这样。',
  'why-half': '服务端过载或卡住，或者路上有设备在证书发出时丢掉大包（MTU）。',
  'why-tls': 'TLS 终止在代理上，而代理在等一个死掉的后端；或者后面的程序在等客户端先说另一种协议。',
  'why-calls': '连接是好的，该应答的一方没有应答：程序卡在 HTTP/2 层后面，或者代理的后端卡住了。',
  'why-dropped': '开着的机器总会应答，哪怕是拒绝。这里是防火墙、安全组或网络策略把包丢了，或者机器关了、不在了。',
  'why-no-way': '本机或某个路由器表示没有通往那里的路由：在另一个网络、没有 IPv6，或者 VPN 没开。',
  'fix-process': '看看服务端是否还在接受连接：Go 程序收到 SIGQUIT 会打印每个 goroutine 停在哪里；代理则看它自己的日志',
  'fix-path': '在服务端机器上直接问一次；如果那里有应答，就是中间某处不出声（负载均衡、sidecar、MTU）',
  'fix-calls': '在服务端或代理的日志里找这次健康检查调用；Go 程序收到 SIGQUIT 会打印每个 goroutine 停在哪里',
  'fix-dropped': '找出丢包的规则：安全组、网络策略、那台机器的防火墙；并确认机器开着',
  'fix-no-way': '看看应该走哪个网络（`ip route get ADDRESS`）；打开 VPN，或者换另一个地址族',
  'fix-trace': '看看发往这个端口的包能走到哪里',
  'seen-why': '发出了数据包，什么也没有回来：被防火墙丢弃，机器关机或换了地方，或者连接背后的进程卡住了。',
  'seen-fix': '核对主机和端口是不是服务端的；看防火墙、安全组或 NetworkPolicy 是否放行该端口，以及进程是否还在工作',
  'seen-ask':
    '服务端那时还回答别的客户端吗？如果回答，是路上的设备（NAT、负载均衡）忘了这个连接；如果不回答，是进程卡住或机器不在了',
};
