import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterFix } from '../../../lab/kit/after-fix.ts';
import { image } from '../../../lab/kit/image.ts';
import type { Site } from '../../../lab/kit/site.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';
import { packageRoot } from '../../../lab/paths.ts';

const trap = 'image-user-missing';

/** The library by which Docker and Podman look a USER up. */
const library = 'github.com/moby/sys/user@v0.4.0';

const hello = 'package main\n\nfunc main() { println("hello") }\n';
const current = `package main

import (
	"fmt"
	"os"
	"os/user"
)

func main() {
	own, err := user.Current()
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(own.Username)
}
`;

async function addFinder(site: Site): Promise<void> {
  const folder = site.at('find-user');
  await cp(join(packageRoot(), 'labs', 'find-user'), folder, { recursive: true });
  await site.bench.go(['mod', 'init', 'example.com/find-user'], folder);
  await site.bench.go(['get', library], folder);
  await site.bench.go(['build', '-o', site.at('usr/bin/find-user'), '.'], folder);
}

const of = (main: string, steps: string) =>
  image(
    {
      dockerfile: `RUN CGO_ENABLED=0 go build -o /bin/hello .\nFROM scratch\nCOPY --from=build /bin/hello /hello\n${steps}ENTRYPOINT ["/hello"]\n`,
      files: { 'main.go': main },
    },
    { arrange: addFinder },
  );

export default trapLab({
  trap,
  title: { en: 'No users in an image', zh: '镜像里没有用户' },
  question: {
    en: 'What happens to USER and to os/user in an image without /etc/passwd?',
    zh: '镜像里没有 /etc/passwd 时，USER 和 os/user 会怎样？',
  },
  article: ['2.2.row-user'],
  columns: async (built) => ({ afterFix: built.id === 'start' ? await afterFix(built, trap, true) : null }),
  environments: [
    broken('start', trap, { en: 'USER app in scratch', zh: 'scratch 中写 USER app' }, of(hello, 'USER app\n')),
    broken('current', trap, { en: 'user.Current in scratch', zh: '在 scratch 中调用 user.Current' }, of(current, '')),
    healthy('number', { en: 'USER 65532', zh: 'USER 65532' }, of(hello, 'USER 65532\n')),
    healthy('variables', { en: 'user.Current, ENV USER', zh: 'user.Current，ENV USER' }, of(current, 'ENV USER=app\n')),
    healthy(
      'copied',
      { en: 'user.Current, /etc/passwd copied', zh: 'user.Current，复制 /etc/passwd' },
      of(current, 'COPY --from=build /etc/passwd /etc/passwd\n'),
    ),
  ],
});
