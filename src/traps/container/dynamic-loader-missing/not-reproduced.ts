import { defineNotReproduced } from '../../../lab/not-reproduced.ts';

export default defineNotReproduced({
  why: {
    en: 'DLLs that are missing on Windows: there is no Windows here. What runc prints is taken from public reports too: no container can be started here.',
    zh: 'Windows 上缺少 DLL 的情况：这里没有 Windows。runc 的输出也来自公开的报告：这里不能启动容器。',
  },
  source:
    'sqlc-dev/sqlc issue 3612, go-vgo/robotgo issue 235 (libwinpthread-1.dll); jetstack/dependency-track-exporter issue 70 (exec)',
});
