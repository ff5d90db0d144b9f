import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '服务器不认识握手里的服务器名称，因而中止握手',
  title: '{target} 不认识服务器名称 {name}',
  'why-unrecognized': '对 ClientHello 里的名称（SNI），它回以警报 {alert}：名称无法识别。',
  'why-without':
    'ClientHello（SNI）里带着 {name} 时它回以警报 {alert}，不带名称则正常继续。可见它按名称查找证书，却没有找到。',
  'title-any': '不管什么名称，{target} 都以内部错误中止握手',
  'why-any':
    'Go 服务器的 GetCertificate 或 GetConfigForClient 返回错误时，发送的就是警报 {alert}。不带名称时也是如此，所以问题不在 {name}。',
  'fix-any': '看服务器的日志（grpc-go 要设置 GRPC_GO_LOG_SEVERITY_LEVEL=info）：错误出自它自己的代码',
  'fix-client': '让客户端使用服务器认识的名称：目标里的名称，或者 ServerName',
  'fix-server': '或者让服务器（或它前面的代理）认识 {name}：tls.Config 的 GetCertificate 对这个名称不能返回错误',
  'seen-why': '服务器没有客户端在 ClientHello（SNI）里所写名称的证书，或者它自己的代码对这个名称返回了错误。',
  'seen-fix': '让客户端使用服务器认识的名称：目标里的名称，或者 ServerName；或者给服务器配上这个名称的证书',
  'seen-ask':
    '换一个名称，握手能成功吗？试一试：grpc-doctor probe HOST:PORT --as tls --servername NAME；服务器自己的错误见它的日志',
};
