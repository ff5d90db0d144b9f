/** Files that the commands name, in the folder in which they run. */
const go = (body: string, ...imports: string[]): string =>
  `package main\n\n${imports.length > 0 ? `import (\n${imports.map((one) => `\t"${one}"\n`).join('')})\n\n` : ''}func main() {\n\t${body.replaceAll('\n', '\n\t')}\n}\n`;
const test = (name: string, body: string, ...imports: string[]): string =>
  `package ${name}\n\nimport (\n${['testing', ...imports].map((one) => `\t"${one}"\n`).join('')})\n\nfunc TestIt(t *testing.T) {\n\t${body}\n}\n`;
const check = 'if err != nil {\n\tpanic(err)\n}';

export const files: Readonly<Record<string, string>> = {
  'go.mod': 'module example.com/sample\n\ngo 1.22.0\n',
  'ok/ok.go': 'package ok\n\n// Two is two.\nconst Two = 2\n',
  'ok/ok_test.go': test('ok', 'if Two != 2 { t.Fatal("no") }'),
  'failing/it_test.go': test(
    'failing',
    't.Errorf("got %d, want %d", 1, 2); t.Run("part", func(t *testing.T) { t.Fatal("no") })',
  ),
  'panics/it_test.go': test('panics', 'var m map[string]int; m["a"] = 1'),
  'exits/it_test.go': test('exits', 'os.Exit(3)', 'os'),
  'slow/it_test.go': test('slow', 'time.Sleep(5 * time.Second)', 'time'),
  'deadlock/it_test.go': test('deadlock', '<-make(chan int)'),
  'vetted/it_test.go': test('vetted', 'fmt.Printf("%d\\n", "a")', 'fmt'),
  'nobuild/it_test.go': test('nobuild', 'var x int = "a"; return 1'),
  'bad/bad.go': 'package bad\n\nfunc {\n',
  'bad.s': 'TEXT ·f(SB), 0, x\n\tNOSUCH AX\n',
  'gen/gen.go': 'package gen\n\n//go:generate sh -c "exit 3"\n//go:generate nosuchgenerator -x\n',
  'cyclefile/a.go': 'package cyclefile\n\nvar a = b\nvar b = a\n\ntype t struct{ t }\n',
  'twopackages/a.go': 'package a\n',
  'twopackages/b.go': 'package b\n',
  'unusedimport/a.go': 'package unusedimport\n\nimport (\n\t"fmt"\n\t_ "nosuchstd/x"\n)\n',
  'noreturn/a.go': 'package noreturn\n\nfunc f() int {\n}\n',
  'dup/a.go': 'package dup\n\nfunc f() {}\nfunc f() {}\n',
  'embed/a.go': 'package embed\n\nimport _ "embed"\n\n//go:embed nothere.txt\nvar s string\n',
  'cmd/main.go': go('println("ok")'),
  'cmd/panic/main.go': go('panic(fmt.Sprintf("no %d", 1))', 'fmt'),
  'cmd/nilmap/main.go': go('var p *struct{ a int }\nprintln(p.a)'),
  'cmd/index/main.go': go('a := os.Args\nprintln(a[5])', 'os'),
  'cmd/race/main.go': go(
    'm := map[int]int{}\nfor i := 0; i < 8; i++ {\n\tgo func() {\n\t\tfor {\n\t\t\tm[i]++\n\t\t}\n\t}()\n}\nselect {}',
  ),
  'cmd/deadlock/main.go': go('var mu sync.Mutex\nmu.Lock()\nmu.Lock()', 'sync'),
  'cmd/conversion/main.go': go('var x any = "a"\nprintln(x.(int))'),
  'cmd/exit/main.go': go('log.Fatalf("cannot start: %v", os.ErrPermission)', 'log', 'os'),
  'cmd/stack/main.go': `package main\n\nfunc f(i int) int { return f(i+1) + 1 }\n\nfunc main() { println(f(0)) }\n`,
  'cmd/closed/main.go': go('c := make(chan int)\nclose(c)\nclose(c)'),
  'cmd/json/main.go': go(`err := json.Unmarshal([]byte("{\\"a\\": }"), new(any))\n${check}`, 'encoding/json'),
  'cmd/open/main.go': go(`_, err := os.Open("/nothere/settings.toml")\n${check}`, 'os'),
  'cmd/atoi/main.go': go(`_, err := strconv.Atoi("12x")\n${check}`, 'strconv'),
  'cmd/template/main.go': go('template.Must(template.New("t").Parse("{{if}"))', 'text/template'),
  'cmd/regexp/main.go': go('regexp.MustCompile("a(b")', 'regexp'),
  'cmd/time/main.go': go(`_, err := time.Parse(time.RFC3339, "yesterday")\n${check}`, 'time'),
  'cmd/sql/main.go': go(`_, err := sql.Open("nosuch", "x")\n${check}`, 'database/sql'),
  'cmd/url/main.go': go(`_, err := url.Parse("http://a b/%zz")\n${check}`, 'net/url'),
  'cmd/xml/main.go': go(`err := xml.Unmarshal([]byte("<a><b></a>"), new(struct{}))\n${check}`, 'encoding/xml'),
  'cmd/gzip/main.go': go(
    `_, err := gzip.NewReader(strings.NewReader("plain text here"))\n${check}`,
    'compress/gzip',
    'strings',
  ),
  'cmd/flag/main.go': go('flag.Parse()', 'flag'),
  'cmd/listen/main.go': go(
    `one, err := net.Listen("tcp", "127.0.0.1:0")\n${check}\n_, err = net.Listen("tcp", one.Addr().String())\n${check}`,
    'net',
  ),
  'cmd/negative/main.go': go('n := -len(os.Args)\n_ = make([]int, n)', 'os'),
  'cmd/oom/main.go': go('n := 1 << 46 * len(os.Args)\n_ = make([]byte, n)', 'os'),
  'bad.patch': '--- a/ok/ok.go\n+++ b/ok/ok.go\n@@ -1,3 +1,3 @@\n-package nothere\n+package x\n other\n',
  'bad.yaml': 'a: [1, 2\nb: {c\n',
  'bad.cron': '99 * * * * ls\nnonsense\n',
  'bad.y': '%token A\n%%\nx: A B { ; \n%%\n',
  'bad.l': '%%\n[a-z { return 1; }\n%%\n',
  'bad.ninja': 'rule cc\n command = cc\nbuild x: nosuch y\n',
  'bad.haproxy': 'global\n  nosuch 1\nfrontend f\n  bind x:y\n  default_backend nothere\n',
  'bad.redis': 'port abc\nnosuch yes\n',
  'bad.ml': 'let f x = x + "a"\nlet () = f 1 2\n',
  'bad.scm': '(define (f x) (car x))\n(f 1)\n',
  'bad.toml': '[package]\nname = "x"\nversion = "a.b"\n[dependencies\n',
  'install.sh.bad':
    '#!/bin/sh\nfor f in $(ls *.txt); do\n  [ $f = "" ] && cd $1\n  echo `date`\ndone\nif [ $x == 1 ]; then\n',
  'cycle.mk': 'a: b\nb: a\n\techo b\nc: nothere.x\n',
  'pom.xml':
    '<project><modelVersion>4.0.0</modelVersion><groupId>e</groupId><artifactId>a</artifactId><version>1</version><dependencies><dependency><groupId>no.such</groupId><artifactId>thing</artifactId><version>1.0</version></dependency></dependencies></project>\n',
  'pom-bad.xml':
    '<project><modelVersion>4.0.0</modelVersion><groupId>e</groupId><artifactId>a</artifactId><packaging>nosuch</packaging></project>\n',
  'pom-cycle.xml':
    '<project><modelVersion>4.0.0</modelVersion><groupId>e</groupId><artifactId>a</artifactId><version>${x}</version><properties><x>${y}</x><y>${x}</y></properties></project>\n',
  'package.json': '{ "name": "sample", "version": "1.0.0", "scripts": { "test": "exit 4" } }\n',
};
