import { afterFix } from '../../../lab/kit/after-fix.ts';
import { image } from '../../../lab/kit/image.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'temporary-folder-missing';

/** The name of the file ends in digits that are never the same. */
const program = `package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	file, err := os.CreateTemp("", "upload-*")
	if err != nil {
		failed := err.(*os.PathError)
		path := strings.Replace(failed.Path, os.TempDir(), "<tmp>", 1)
		fmt.Println(failed.Op, strings.TrimRight(path, "0123456789")+"…:", failed.Err)
		os.Exit(1)
	}
	fmt.Println("written", file != nil)
}
`;

const of = (base: string, steps = '') =>
  image({
    dockerfile: `RUN CGO_ENABLED=0 go build -o /bin/hello .\nFROM ${base}\n${steps}COPY --from=build /bin/hello /hello\nENTRYPOINT ["/hello"]\n`,
    files: { 'main.go': program },
  });

export default trapLab({
  trap,
  title: { en: 'No folder for temporary files in an image', zh: '镜像里没有放临时文件的目录' },
  question: {
    en: 'What does os.CreateTemp say in an image without /tmp, and what helps?',
    zh: '镜像里没有 /tmp 时，os.CreateTemp 会说什么？怎样才能解决？',
  },
  columns: async (built) => ({ afterFix: built.id === 'scratch' ? await afterFix(built, trap, true) : null }),
  environments: [
    broken('scratch', trap, { en: 'FROM scratch', zh: 'FROM scratch' }, of('scratch')),
    healthy(
      'working-folder',
      { en: 'WORKDIR /tmp makes it', zh: '用 WORKDIR /tmp 建出目录' },
      of('scratch', 'WORKDIR /tmp\n'),
    ),
    healthy('copied', { en: '/tmp copied', zh: '复制 /tmp' }, of('scratch', 'COPY --from=build /tmp /tmp\n')),
    healthy(
      'distroless',
      { en: 'FROM gcr.io/distroless/static', zh: 'FROM gcr.io/distroless/static' },
      of('gcr.io/distroless/static-debian12'),
    ),
  ],
});
