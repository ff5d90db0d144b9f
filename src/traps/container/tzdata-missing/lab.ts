import { afterFix } from '../../../lab/kit/after-fix.ts';
import { image } from '../../../lab/kit/image.ts';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = 'tzdata-missing';

const named = `package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	zone, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).In(zone))
}
`;

/** TZ=Asia/Shanghai is eight hours ahead; anything else is wrong, and nobody says so. */
const local = `package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	name, offset := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).In(time.Local).Zone()
	fmt.Printf("TZ=%s is %s, %d h from UTC\\n", os.Getenv("TZ"), name, offset/3600)
	if offset == 0 {
		os.Exit(1)
	}
}
`;

const last = 'COPY --from=build /bin/hello /hello\nENTRYPOINT ["/hello"]\n';
const zones = 'COPY --from=build /usr/local/go/lib/time/zoneinfo.zip ';
const of = (main: string, steps = '', flags = '') =>
  image({
    dockerfile: `RUN CGO_ENABLED=0 go build ${flags}-o /bin/hello .\nFROM scratch\n${steps}${last}`,
    files: { 'main.go': main },
  });

export default trapLab({
  trap,
  title: { en: 'No time zones in an image', zh: '镜像里没有时区数据' },
  question: {
    en: 'What do LoadLocation and TZ do in an image without time zones, and which cure helps which of them?',
    zh: '镜像里没有时区数据时，LoadLocation 和 TZ 会怎样？哪种办法对哪一个有效？',
  },
  columns: async (built) => ({ afterFix: built.id === 'load-location' ? await afterFix(built, trap) : null }),
  environments: [
    broken('load-location', trap, { en: 'LoadLocation in scratch', zh: '在 scratch 中调用 LoadLocation' }, of(named)),
    healthy(
      'zoneinfo',
      { en: 'the zones of Go copied, ZONEINFO names them', zh: '复制 Go 的时区数据，由 ZONEINFO 指明' },
      of(named, `${zones}/zones.zip\nENV ZONEINFO=/zones.zip\n`),
    ),
    healthy('tag', { en: '-tags timetzdata', zh: '-tags timetzdata' }, of(named, '', '-tags timetzdata ')),
    healthy(
      'tag-local',
      { en: 'TZ, -tags timetzdata', zh: 'TZ，-tags timetzdata' },
      of(local, 'ENV TZ=Asia/Shanghai\n', '-tags timetzdata '),
    ),
    healthy(
      'root-local',
      { en: 'TZ, the zones of Go copied, GOROOT leads to them', zh: 'TZ，复制 Go 的时区数据，由 GOROOT 指明' },
      of(local, `ENV TZ=Asia/Shanghai\n${zones}/usr/local/go/lib/time/zoneinfo.zip\nENV GOROOT=/usr/local/go\n`),
    ),
  ],
});
