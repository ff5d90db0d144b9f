import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '依赖了私有模块，但没有告诉 go 它是私有的，或者没有登录方式',
  'title-database': '{host} 没有公开的域名，而 {path} 会去公共校验和数据库查询',
  'title-unknown-to-proxy': '公共代理没有 {path}，GOPRIVATE 也没有包含它',
  'title-unnamed': '{path} 看起来是私有的，GOPRIVATE 没有包含它',
  'title-login': '{path} 是私有的，但没有找到 {host} 的登录方式',
  'title-refused': '{path} 是私有的，源站回答 {answer}，而且没有找到 {host} 的登录方式',
  'title-unreachable': '连不上 {path} 的源站：{answer}',
  'why-database': 'go 先问公共代理，再问主机本身，然后与公共校验和数据库比对；叫这种名字的主机，数据库不可能见过。',
  'why-unknown-to-proxy': '{asked} 回答没有找到：主机是私有的，或者没有这个版本。',
  'why-unnamed':
    '这里还没有人下载过它：go.sum 里没有，模块缓存里也没有。如果 {host} 不对外开放，它的名字会被发给公共代理，下载最后也会被拒绝。',
  'why-login':
    'GOPRIVATE 包含的模块用 git 获取。.netrc 里没有这台主机，没有改写地址，也没有设置凭据助手。如果有不经代理程序的 SSH 密钥，仍然可能成功。',
  'why-refused':
    '这里不带登录信息询问了 {asked}，go 找不到登录方式时也是这样问的。对无权查看这个模块的人，主机同样会回答 404。如果有不经代理程序的 SSH 密钥，仍然可能成功。',
  'why-unreachable': 'GOPRIVATE 让 go 直接去找 {host}，不会改问任何代理。',
  'bites-database':
    '{path}@{version}：verifying module: … reading …/sumdb/<checksum-db>/lookup/{path}@{version}: 404 Not Found',
  'bites-login':
    "fatal: could not read Username for 'https://{host}': terminal prompts disabled（或者 no secure protocol found for repository）",
  'bites-unreachable':
    'go: {path}@{version}: unrecognized import path "{path}": https fetch: Get "https://{path}?go-get=1": {answer}',
  'fix-network': '进入 {host} 有域名的网络（VPN），或者设置通向那里的 HTTP 代理；使用 vendor 目录则都不需要',
  'fix-private': '把 {host} 列为私有：这样既不会去问公共代理，也不会去问校验和数据库',
  'fix-login': '给 git 配置 {host} 的登录方式：SSH 或令牌',
  'seen-why': '模块是私有的，或对外不可见：公共代理和校验和数据库都不知道它，而 git 需要登录。',
  'seen-fix': '为该主机设置 GOPRIVATE，并给 git 配置登录',
};
