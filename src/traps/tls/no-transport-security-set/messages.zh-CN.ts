import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '创建客户端时没有说明用明文还是 TLS',
  title: '{call} 没有任何凭据选项，会直接返回错误',
  'title-gateway': '{call} 没有给出任何凭据选项，它的拨号会失败',
  label: '既不是 TLS，也不是 insecure',
  why: 'grpc-go 没有默认值：既不会自动用 TLS，也不会自动用明文。没有 WithTransportCredentials，调用在发送任何数据之前就失败了。',
  bites:
    'grpc: no transport security set (use grpc.WithTransportCredentials(insecure.NewCredentials()) explicitly or set credentials)',
  'fix-tls': '服务器使用 TLS 时，传入凭据',
  'fix-plaintext': '服务器是明文时，明确说明',
  verify: '不再出现这个错误',
  'seen-why': '客户端没有设置凭据选项，或者在明文连接上使用了要求 TLS 的调用凭据。',
  'seen-fix': '明确写出来：credentials.NewTLS，明文则用 insecure.NewCredentials',
};
