import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '模块代理、它的存储或 HTTP 代理禁止下载',
  'title-login': '模块代理 {entry} 要求登录',
  'title-forbidden': '模块代理 {entry} 禁止访问 {file}',
  'title-storage': '模块代理 {entry} 能返回 go.mod，但它的存储禁止访问文件：{file}',
  'title-web-proxy': '去往 {entry} 途中的 HTTP 代理 {via} 要求登录',
  bites: 'go: {missing}: reading {entry}/{file}: {answer}',
  'bites-web-proxy': 'go: {missing}: Get "{entry}/{file}": Proxy Authentication Required',
  'fix-login': '给 go 配置登录信息：https 时会从 .netrc 读取',
  'fix-forbidden': '询问它的管理员：也许只提供某些模块、只允许某些地址，或者前面的防火墙拒绝了',
  'fix-storage': '告诉它的管理员存储拒绝访问：它重定向到的地址已经过期，或者在这里被拦截',
  'fix-web-proxy': '在变量里写上登录信息，或者绕过这个 HTTP 代理',
  'seen-why': '代理或其背后的存储返回 403。',
  'seen-fix': '换一个代理，或联系该代理的管理者',
  'login-why': '模块代理，或通往它的 HTTP 代理，要求登录：它回答 401 或 407。',
  'login-fix': '提供登录信息：模块代理的写入 .netrc，HTTP 代理的写入 HTTPS_PROXY',
};
