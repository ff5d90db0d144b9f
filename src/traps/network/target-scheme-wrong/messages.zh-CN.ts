import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '目标的写法不是 grpc-go 的读法：写成了 URL、少了一个斜杠、写成了列表',
  'title-url': 'grpc-go 的目标不是 URL：没有 {scheme} 这种 scheme',
  'title-resolver': 'grpc-go 自己没有 {scheme} 这种 scheme：只有注册了这种解析器的程序才能拨它',
  'title-slashes': '{scheme}:// 后面的不是目标：{server} 被当成了别的东西，目标是空的',
  'title-socket': '套接字的路径前面要有三个斜杠，或者一个也没有',
  'title-list': 'grpc-go 不接受目标列表：{text}',
  'title-brackets': 'IPv6 地址后面要写端口时，地址必须加方括号：{text}',
  'title-path': '目标里没有路径：{text}',
  'title-escape': 'grpc-go 读不懂这个目标：{text}',
  'title-no-port': '目标没有端口，或者什么都没有：{text}',
  'title-port': '没有这样的端口：{text}',
  'title-other': 'grpc-go 拒绝这个目标：{text}',
  'why-url':
    '不认识的写法，grpc-go 会整个当作端点：把“{scheme}”当成主机，其余的当成端口，或者说冒号太多。用不用 TLS 由凭据决定，从来不由目标决定。',
  'why-resolver':
    '程序可以导入某个包来得到更多的 scheme（xds 是 google.golang.org/grpc/xds），或者调用 resolver.Register。否则 grpc-go 会把“{scheme}”当成主机。从这里看不出你的程序属于哪一种，这个 scheme 背后的东西也没有探测。',
  'why-slashes':
    '第二个和第三个斜杠之间是 `authority`：用 dns 时是要去问的域名服务器，用 passthrough 时没有用处。目标写在第三个斜杠之后。',
  'why-socket': '两个斜杠后面是主机，而套接字没有主机：unix:///run/x.sock 是绝对路径，unix:run/x.sock 是相对路径。',
  'why-list': '端点就是主机加端口。多个地址要靠一个名字的多条记录，或者程序自己的解析器；文本里没有列表这种写法。',
  'why-brackets': '冒号不止一个，就分不清哪里是地址，哪里是端口。',
  'why-path': '冒号后面的全部内容都会被当成端口。调用的路径就是方法名，由客户端自己写。',
  'why-escape': '目标终究是按 URL 来读的：“%”后面必须是两位十六进制数字，控制字符会被拒绝。IPv6 的 zone 要写成 %25。',
  'why-port': '冒号后面必须是不超过 65535 的数字，或者系统认识的 TCP 服务名。',
  'why-no-port':
    '只有 dns 解析器会补上端口 443，而且只在没有写冒号时才补。Dial 和 DialContext 用的 passthrough 会把文本原样交给拨号器。',
  'why-other': '解析器在拿到的文本里分不出主机和端口。',
  'fix-write': '写成：{target}',
  'fix-tls': '要用 TLS，就把 credentials.NewTLS 作为传输凭据；要用明文，就用 insecure.NewCredentials()',
  'fix-resolver': '导入注册 {scheme} 的包，并探测它的解析器给出的主机和端口',
  'fix-form': '写法有 host:port、dns:///host:port、passthrough:///host:port、unix:///path 和 [IPv6]:port',
  'seen-why':
    '目标的写法不是 grpc-go 能读的：没有解析器的 scheme、少一个斜杠、没有方括号的 IPv6 地址、不是数字的端口。于是整个目标被当成了地址。',
  'seen-fix': '写成 HOST:PORT 或 dns:///HOST:PORT；自定义解析器要先注册',
  'seen-ask': '客户端拨的目标是什么？打印出来；地址列表需要专门的解析器（manual，或者某个 scheme 的解析器）',
};
