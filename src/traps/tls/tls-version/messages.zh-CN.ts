import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '客户端和服务器没有共同支持的 TLS 版本',
  'title-old': '{target} 最高只支持 {version}，而 Go {go} 要求 TLS 1.2',
  'title-none': '{target} 拒绝 Go 客户端提供的所有 TLS 版本',
  'why-old': 'Go {since} 及以后的客户端只提供 TLS 1.2 和 1.3。',
  'why-none': '无论是 TLS 1.2 和 1.3，还是更旧的版本，它都因为版本而中止握手。',
  fix: '让服务器支持 TLS 1.2 和 1.3；tls.Config 的 MaxVersion、MinVersion 或它前面的代理可能禁用了它们',
  'seen-why': '客户端和服务端允许的 TLS 版本没有交集。',
  'seen-fix': '两边都允许 TLS 1.2 或 1.3',
};
