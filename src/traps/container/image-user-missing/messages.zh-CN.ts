import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '镜像里没有 USER 指定的用户，或者没有 /etc/passwd 而程序要查询用户',
  'title-start': '找不到 USER {user}：{image} 里没有 /etc/passwd',
  'title-name': '找不到 USER {user}：{image} 里没有这个用户',
  'title-call': '{name} 要查询用户，而 {image} 里没有 /etc/passwd',
  label: '这里没有 /etc/passwd',
  'label-name': '在这一行之前没有创建这个用户',
  'why-name':
    '启动容器时要在镜像的 /etc/passwd 里查这个用户名。{image} 的这个文件里没有 {user}，也没有命令添加它，所以 {name} 的容器起不来。写数字就不需要有这一条。',
  'why-start':
    '启动容器时要在镜像的 /etc/passwd 里查这个用户名。{image} 里没有这个文件，所以 {name} 的容器起不来。写数字就不需要这个文件。',
  'why-current':
    '{call}（{file}:{line}）从 libc 取用户名；没有 cgo 时则取自 $USER 和 $HOME。容器只设置了 HOME，所以调用失败。',
  'why-lookup': '{call}（{file}:{line}）要读 /etc/passwd，而 {image} 里没有。',
  'bites-start': 'unable to find user {user}: no matching entries in passwd file',
  'bites-current': 'user: Current requires cgo or $USER set in environment',
  'bites-lookup': 'open /etc/passwd: no such file or directory',
  'fix-number': '用数字指定用户：{number}',
  'fix-make': '或者在 USER 之前加一行，创建这个用户',
  'fix-variables': '在镜像里设置 USER 和 HOME',
  'fix-list': '或者放入一份包含该用户的用户列表',
  'fix-list-too': '或者放入一份用户列表',
  'seen-why': '镜像的 /etc/passwd 里没有这个用户。',
  'seen-fix': '用数字指定用户，或把 /etc/passwd 复制进镜像',
};
