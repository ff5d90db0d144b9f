/** Small programs without a fault, one in each language: the generator of unrelated texts puts faults into them. */
export interface Program {
  readonly tool: string;
  readonly file: string;
  /** What looks at the file, for a shell. */
  readonly check: string;
  readonly source: string;
  /** How many copies with a fault are tried. */
  readonly tries: number;
}

export const programs: readonly Program[] = [
  {
    tool: 'gcc',
    file: 'queue.c',
    check: 'gcc -Wall -Wextra -fsyntax-only queue.c',
    tries: 320,
    source: `#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node { int value; struct node *next; };
enum state { EMPTY, FULL = 4 };

static int add(struct node **head, int value) {
  struct node *one = malloc(sizeof(*one));
  if (one == NULL) return -1;
  one->value = value;
  one->next = *head;
  *head = one;
  return 0;
}

int main(int argc, char **argv) {
  struct node *head = NULL;
  for (int i = 1; i < argc; i++) {
    if (add(&head, atoi(argv[i])) != 0) { fprintf(stderr, "no memory for %s\\n", argv[i]); return 1; }
  }
  enum state now = head ? FULL : EMPTY;
  switch (now) { case EMPTY: puts("empty"); break; default: printf("%d\\n", head->value); }
  return 0;
}
`,
  },
  {
    tool: 'g++',
    file: 'shapes.cc',
    check: 'g++ -std=c++17 -Wall -fsyntax-only shapes.cc 2>&1 | head -25',
    tries: 110,
    source: `#include <memory>
#include <string>
#include <vector>

template <typename T> struct Box { T value; explicit Box(T v) : value(v) {} };
class Shape { public: virtual double area() const = 0; virtual ~Shape() = default; };
class Square final : public Shape {
 public:
  explicit Square(double side) : side_(side) {}
  double area() const override { return side_ * side_; }
 private:
  double side_;
};

int main() {
  std::vector<std::unique_ptr<Shape>> all;
  all.push_back(std::make_unique<Square>(2.0));
  Box<std::string> name("square");
  double sum = 0;
  for (const auto& one : all) sum += one->area();
  return sum > 3 && name.value.size() == 6 ? 0 : 1;
}
`,
  },
  {
    tool: 'rustc',
    file: 'stock.rs',
    check: 'rustc --edition 2021 --emit metadata --out-dir . stock.rs',
    tries: 150,
    source: `use std::collections::HashMap;
use std::fmt;

#[derive(Debug, Clone)]
struct Item { name: String, count: u32 }

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{} x{}", self.name, self.count) }
}

fn longest<'a>(a: &'a str, b: &'a str) -> &'a str { if a.len() > b.len() { a } else { b } }

fn total(items: &[Item]) -> Result<u32, String> {
    let mut by_name: HashMap<&str, u32> = HashMap::new();
    for item in items { *by_name.entry(item.name.as_str()).or_insert(0) += item.count; }
    match by_name.values().max() { Some(most) => Ok(*most), None => Err("nothing".to_string()) }
}

fn main() {
    let items = vec![Item { name: "bolt".into(), count: 3 }];
    let moved = items.clone();
    println!("{} {:?} {}", moved[0], total(&items), longest("a", "bc"));
}
`,
  },
  {
    tool: 'javac',
    file: 'Ledger.java',
    check: 'javac -Xlint:all -d out Ledger.java',
    tries: 70,
    source: `import java.util.*;
import java.util.function.Function;

public class Ledger {
  interface Entry { long amount(); }
  record Booking(String name, long amount) implements Entry {}
  private final Map<String, List<Booking>> byName = new HashMap<>();

  void add(Booking booking) { byName.computeIfAbsent(booking.name(), key -> new ArrayList<>()).add(booking); }

  <T> List<T> all(Function<Booking, T> of) {
    List<T> result = new ArrayList<>();
    for (List<Booking> some : byName.values()) for (Booking one : some) result.add(of.apply(one));
    return result;
  }

  public static void main(String[] args) throws Exception {
    Ledger ledger = new Ledger();
    ledger.add(new Booking("rent", 900L));
    long sum = 0;
    for (long amount : ledger.all(Booking::amount)) { sum += amount; }
    if (sum != 900) throw new IllegalStateException("sum " + sum);
  }
}
`,
  },
  {
    tool: 'python',
    file: 'words.py',
    check: 'python3 -W error words.py',
    tries: 220,
    source: `import json
import re
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Count:
    word: str
    times: int = 0
    seen: list = field(default_factory=list)


def words(text, least=2):
    """Words of a text."""
    found = Counter(re.findall(r"[a-z]+", text.lower()))
    for word, times in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])):
        if times >= least:
            yield Count(word, times)


def main():
    text = "the cat and the dog and the bird"
    counts = list(words(text))
    assert counts[0].word == "the", counts
    try:
        print(json.dumps({one.word: one.times for one in counts}))
    except (KeyError, ValueError) as error:
        raise SystemExit(1) from error
    with open("words.txt", "w") as out:
        out.write("%d %s" % (len(counts), counts[0].word[0]))


if __name__ == "__main__":
    main()
`,
  },
  {
    tool: 'node',
    file: 'list.mjs',
    check: 'node list.mjs',
    tries: 150,
    source: `import { readFileSync } from 'node:fs';
import { join } from 'node:path';

class List {
  #items = [];
  static of(...items) { const list = new List(); for (const one of items) list.add(one); return list; }
  add(item) { this.#items.push(item); return this; }
  get size() { return this.#items.length; }
  *[Symbol.iterator]() { yield* this.#items; }
}

async function main() {
  const list = List.of(1, 2, 3).add(4);
  const [first, ...rest] = list;
  const { size } = list;
  const source = readFileSync(join(import.meta.dirname ?? '.', 'list.mjs'), 'utf8');
  const sum = rest.reduce((a, b) => a + b, first);
  await Promise.resolve(JSON.parse('{"a": [1, 2]}'));
  if (sum !== 10 || size !== 4 || !/class List/.test(source)) throw new RangeError(\`sum \${sum}\`);
}

await main();
`,
  },
  {
    tool: 'perl',
    file: 'sum.pl',
    check: 'perl -cw sum.pl && perl sum.pl',
    tries: 150,
    source: `use strict;
use warnings;

my %count;
my @words = map { lc } qw(The cat and the dog);
foreach my $word (@words) { $count{$word}++; }
sub most {
    my ($counts) = @_;
    my ($best) = sort { $counts->{$b} <=> $counts->{$a} || $a cmp $b } keys %$counts;
    return $best;
}
my $best = most(\\%count);
if ($best =~ /^t(h)e$/) { printf("%s %d\\n", $best, $count{$best}); } else { die "wrong: $best"; }
open(my $in, '<', $0) or die "cannot open: $!";
my $lines = () = <$in>;
close($in);
print join(", ", sort keys %count), " $lines\\n";
`,
  },
  {
    tool: 'bash',
    file: 'build.sh',
    check: 'bash build.sh',
    tries: 130,
    source: `#!/bin/bash
set -eu
names=(alpha beta gamma)
declare -A size
total=0
for name in "\${names[@]}"; do
  size[$name]=\${#name}
  total=$((total + \${size[$name]}))
done
check() {
  local file=$1
  if [ ! -e "$file" ]; then return 1; fi
  case "$file" in *.txt) echo text ;; *) echo other ;; esac
}
echo "$total" > total.txt
while read -r line; do [[ $line =~ ^[0-9]+$ ]] && echo "lines: $line"; done < total.txt
check total.txt || exit 3
cat <<END
$(sort total.txt | head -n 1)
END
`,
  },
  {
    tool: 'sh',
    file: 'install.sh',
    check: 'dash install.sh',
    tries: 90,
    source: `set -eu
prefix=\${PREFIX:-/tmp}
umask 022
step() { printf '%s\\n' "$1"; }
for part in bin lib; do
  if test -d "$prefix"; then step "$part"; else exit 1; fi
done
count=0
while [ "$count" -lt 3 ]; do count=$(( count + 1 )); done
trap 'echo end' EXIT
x=$(echo a b | cut -d ' ' -f 2)
[ "$x" = b ] && set -- 1 2 && shift
`,
  },
  {
    tool: 'awk',
    file: 'sum.awk',
    check: 'printf "a 1\\nb 2\\n" | awk -f sum.awk',
    tries: 70,
    source: `BEGIN { FS = " "; total = 0 }
function square(x) { return x * x }
/^[a-z]/ { total += square($2); names[$1] = NR; if (NF != 2) { print "bad line " NR; exit 1 } }
END { for (name in names) printf "%s %d\\n", name, names[name]; print substr("total", 1, 3), total > "/dev/stdout" }
`,
  },
  {
    tool: 'make',
    file: 'Makefile.broken',
    check: 'make -f Makefile.broken',
    tries: 70,
    source: `CC ?= cc
names := one two
objects := $(patsubst %,%.o,$(names))
ifeq ($(strip $(names)),)
$(error no names)
endif
define line
@echo $(1)
endef
.PHONY: all clean
all: $(objects)
\t$(call line,done)
%.o: %.src
\t@cp $< $@
%.src:
\t@touch $@
clean:
\trm -f $(objects)
`,
  },
  {
    tool: 'cmake',
    file: 'CMakeLists.txt',
    check: 'cmake -S . -B build-x 2>&1 | head -30; rm -rf build-x',
    tries: 40,
    source: `cmake_minimum_required(VERSION 3.16)
project(sample LANGUAGES NONE VERSION 1.2)
set(names one two)
list(LENGTH names count)
if(count GREATER 1)
  message(STATUS "names: \${count}")
else()
  message(FATAL_ERROR "none")
endif()
foreach(name IN LISTS names)
  string(TOUPPER "\${name}" upper)
  file(WRITE "\${CMAKE_BINARY_DIR}/\${name}.txt" "\${upper}")
endforeach()
function(greet who)
  message(STATUS "hello \${who}")
endfunction()
greet(world)
add_custom_target(docs ALL COMMAND \${CMAKE_COMMAND} -E echo docs)
`,
  },
  {
    tool: 'sqlite3',
    file: 'shop.sql',
    check: 'sqlite3 -bail :memory: < shop.sql',
    tries: 70,
    source: `CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, price REAL CHECK (price > 0));
CREATE TABLE sale (item INTEGER REFERENCES item (id), day TEXT DEFAULT '2026-01-01', count INTEGER);
INSERT INTO item (name, price) VALUES ('bolt', 0.5), ('nut', 0.25);
INSERT INTO sale SELECT id, '2026-01-02', 3 FROM item WHERE name = 'nut';
CREATE INDEX by_day ON sale (day);
SELECT name, sum(count * price) AS total FROM sale JOIN item ON item.id = sale.item GROUP BY name HAVING total > 0 ORDER BY 2;
UPDATE item SET price = price * 2 WHERE id IN (SELECT item FROM sale);
DROP TABLE sale;
`,
  },
  {
    tool: 'nginx',
    file: 'site.conf',
    check: 'nginx -t -p . -c site.conf -g "error_log stderr;" 2>&1',
    tries: 80,
    source: `pid nginx.pid;
events { worker_connections 64; }
http {
  access_log off;
  log_format short '$remote_addr $status';
  upstream backend { server 127.0.0.1:8081 weight=2; keepalive 4; }
  map $http_upgrade $upgrade { default upgrade; '' close; }
  server {
    listen 127.0.0.1:8080;
    server_name shop.example;
    client_max_body_size 2m;
    location / { root html; index index.html; try_files $uri $uri/ =404; }
    location ~ ^/api/(.*)$ { proxy_pass http://backend/$1; proxy_read_timeout 30s; }
    error_page 500 502 /50x.html;
  }
}
`,
  },
  {
    tool: 'jq',
    file: 'filter.jq',
    check: `echo '{"items": [{"n": 1, "s": "a"}, {"n": 2, "s": "b"}]}' | jq -c -f filter.jq`,
    tries: 60,
    source: `def total(f): reduce f as $x (0; . + $x);
.items | map(select(.n > 0) | {key: .s, value: (.n * 2)}) | from_entries
| with_entries(.value |= tostring) | {all: ., sum: total(.[] | tonumber), first: (keys | .[0] | ascii_upcase)}
`,
  },
  {
    tool: 'ruby',
    file: 'stock.rb',
    check: 'ruby -w stock.rb',
    tries: 110,
    source: `require 'json'
require 'set'

module Priced
  def dear? = price > 10
end

class Item
  include Priced
  attr_reader :name, :price
  def initialize(name:, price: 1)
    @name, @price = name, price
  end
  def <=>(other) = price <=> other.price
end

items = [Item.new(name: 'bolt', price: 12), Item.new(name: 'nut')]
raise ArgumentError, 'none' if items.empty?
best = items.max_by { |one| one.price }
seen = Set.new(items.map(&:name))
text = { best: best.name, dear: best.dear?, seen: seen.to_a.sort }.to_json
puts text unless text !~ /bolt/
begin
  Integer('x1')
rescue ArgumentError => error
  warn "not a number" if error.message.nil?
end
`,
  },
  {
    tool: 'php',
    file: 'cart.php',
    check: 'php -d display_errors=stderr -d error_reporting=32767 -d html_errors=0 cart.php',
    tries: 110,
    source: `<?php
declare(strict_types=1);
namespace Shop;

interface Priced { public function price(): float; }
final class Item implements Priced {
    public function __construct(private string $name, private float $cost = 1.5) {}
    public function price(): float { return round($this->cost * 1.2, 2); }
    public function name(): string { return $this->name; }
}
function total(Priced ...$items): float { return array_sum(array_map(fn (Priced $one) => $one->price(), $items)); }
$items = [new Item('bolt', 2.0), new Item('nut')];
$names = implode(', ', array_map(static fn ($one) => $one->name(), $items));
if (total(...$items) < 1) { throw new \\RuntimeException("too cheap: $names"); }
foreach ($items as $key => $item) { printf("%d %s %.2f\\n", $key, $item->name(), $item->price()); }
echo match (true) { count($items) > 1 => strtoupper($names), default => 'none' }, "\\n";
`,
  },
  {
    tool: 'lua',
    file: 'queue.lua',
    check: 'lua5.4 queue.lua',
    tries: 90,
    source: `local Queue = {}
Queue.__index = Queue
function Queue.new(...) return setmetatable({ items = { ... }, first = 1 }, Queue) end
function Queue:push(value) self.items[#self.items + 1] = value; return self end
function Queue:pop()
  local value = self.items[self.first]
  if value == nil then error("empty", 2) end
  self.first = self.first + 1
  return value
end
local queue = Queue.new("a", "b"):push("c")
for i = 1, 3 do io.write(queue:pop(), i < 3 and "," or "\\n") end
local ok, why = pcall(queue.pop, queue)
assert(not ok and tostring(why):find("empty"))
local count = 0
while count < 2 do count = count + 1 goto next ::next:: end
print(string.format("%d %s", count, table.concat({ 1, 2 }, "-")))
`,
  },
  {
    tool: 'xmllint',
    file: 'page.xml',
    check: 'xmllint --noout page.xml',
    tries: 60,
    source: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE page [<!ELEMENT page (title, part+)> <!ATTLIST page lang CDATA #REQUIRED> <!ENTITY nbsp "&#160;">]>
<page lang="en" xmlns:x="urn:example:x">
  <title>One &amp; two&nbsp;</title>
  <part x:id="1"><![CDATA[a < b]]></part>
  <!-- a remark -->
  <part x:id="2">text <b>bold</b></part>
</page>
`,
  },
  {
    tool: 'tclsh',
    file: 'count.tcl',
    check: 'tclsh count.tcl',
    tries: 50,
    source: `proc count {text} {
  set words [split [string tolower $text]]
  foreach word $words { dict incr found $word }
  return $found
}
set found [count "The cat and the dog"]
if {[dict get $found the] != 2} { error "wrong: $found" }
for {set i 0} {$i < 3} {incr i} { lappend list [expr {$i * 2}] }
puts [join [lsort -integer -decreasing $list] ,]
`,
  },
  {
    tool: 'gfortran',
    file: 'mean.f90',
    check: 'gfortran -Wall -fsyntax-only mean.f90 2>&1 | head -25',
    tries: 70,
    source: `module stats
  implicit none
contains
  pure function mean(x) result(m)
    real, intent(in) :: x(:)
    real :: m
    m = sum(x) / real(size(x))
  end function mean
end module stats
program main
  use stats, only: mean
  implicit none
  real, allocatable :: x(:)
  integer :: i
  allocate(x(4))
  do i = 1, 4
    x(i) = real(i) ** 2
  end do
  if (mean(x) > 1.0) then
    print '(a, f6.2)', 'mean ', mean(x)
  end if
end program main
`,
  },
  {
    tool: 'as',
    file: 'add.s',
    check: 'as -o add.o add.s',
    tries: 50,
    source: `.globl add
.type add, @function
.section .text
add:
    push %rbp
    mov %rsp, %rbp
    lea (%rdi,%rsi,2), %rax
    cmp $10, %rax
    jle done
    xor %eax, %eax
done:
    pop %rbp
    ret
.size add, . - add
.data
value: .long 42, 0x10
text: .asciz "text"
`,
  },
];

/** Go, whose compiler and command the traps know: names that no generator makes. */
export const goProgram = `package stock

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Item struct {
	Name  string
	Count int
}

type Sized interface{ Size() int }

func (i *Item) Size() int { return i.Count }

var errNone = errors.New("nothing in stock")

func Best(items []Item) (*Item, error) {
	if len(items) == 0 {
		return nil, errNone
	}
	sort.Slice(items, func(a, b int) bool { return items[a].Count > items[b].Count })
	best := &items[0]
	return best, nil
}

func Names[T Sized](all map[string]T) string {
	var names []string
	for name, one := range all {
		if one.Size() > 0 {
			names = append(names, strings.ToUpper(name))
		}
	}
	total := 0
	for i := 0; i < len(names); i++ {
		total += len(names[i])
	}
	switch {
	case total > 3:
		return fmt.Sprintf("%d %s", total, strings.Join(names, ","))
	default:
		return ""
	}
}
`;

export const goModFile = `module example.com/stock

go 1.22.0

require (
	example.com/bolt v1.2.3
	example.com/nut/v2 v2.0.1 // indirect
)

replace example.com/bolt => ../bolt

exclude example.com/nut/v2 v2.0.0

retract [v1.0.0, v1.0.3]
`;
