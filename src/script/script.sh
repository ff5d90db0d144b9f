#!/bin/sh
# @about
set -u
unset CDPATH
LC_ALL=C
export LC_ALL

# @knowledge

# @words

# --- saying ---

errors=0
worth=0

# problem TRAP KEY [DATA...]: what fails now, or will for sure.
problem() {
  errors=$((errors + 1))
  printf 'error[%s] ' "$1"
  shift
  words "$@"
}

# remark KEY [DATA...]: what is worth knowing, or cannot be judged here.
remark() {
  worth=$((worth + 1))
  printf 'note  '
  words "$@"
}

fine() {
  printf 'ok    '
  words "$@"
}

fix() {
  printf '      '
  words "$@"
}

# --- reading: everything by text; nothing of the project is run or written ---

have() { command -v "$1" >/dev/null 2>&1; }

# older A B: true where version A comes before B. The v and everything from a - or + on do not count.
older() {
  awk -v a="$1" -v b="$2" 'BEGIN {
    sub(/^v/, "", a); sub(/^v/, "", b); sub(/[-+].*/, "", a); sub(/[-+].*/, "", b)
    split(a, x, "."); split(b, y, ".")
    for (i = 1; i <= 3; i++) { if (x[i] + 0 < y[i] + 0) exit 0; if (x[i] + 0 > y[i] + 0) exit 1 }
    exit 1
  }'
}

# lookup VERSION: of lines "SINCE VALUE" on the standard input, the value of the last that VERSION has reached.
lookup() {
  awk -v v="$1" 'function n(s, p) { sub(/^v/, "", s); sub(/[-+].*/, "", s); split(s, p, "."); return p[1] * 1e8 + p[2] * 1e4 + p[3] }
    n(v) >= n($1) { value = $2 } END { if (value != "") print value }'
}

# find_on_path NAME: sets found to the first program of that name that may be executed, and dead to the first that may not.
find_on_path() {
  found=''
  dead=''
  old_ifs=$IFS
  IFS=:
  set -f
  for folder in ${PATH-}; do
    [ -n "$folder" ] || folder=.
    if [ -f "$folder/$1" ] && [ -x "$folder/$1" ]; then
      found=$folder/$1
      break
    elif [ -f "$folder/$1" ] && [ -z "$dead" ]; then
      dead=$folder/$1
    fi
  done
  set +f
  IFS=$old_ifs
  [ -n "$found" ]
}

# The file that go env -w writes, by the rules of os.UserConfigDir.
goenv_file() {
  case ${GOENV-} in
    off) return ;;
    ?*) printf '%s\n' "$GOENV" ;;
    *)
      case $(uname -s 2>/dev/null) in
        Darwin) [ -z "${HOME-}" ] || printf '%s\n' "$HOME/Library/Application Support/go/env" ;;
        MINGW* | MSYS* | CYGWIN*) [ -z "${APPDATA-}" ] || printf '%s\n' "$APPDATA/go/env" ;;
        *) [ -z "${XDG_CONFIG_HOME:-${HOME-}}" ] || printf '%s\n' "${XDG_CONFIG_HOME:-${HOME-}/.config}/go/env" ;;
      esac
      ;;
  esac
}

# setting NAME: sets value and source; the environment first, then the GOENV file. Both empty: nobody set it.
setting() {
  eval "value=\${$1-}"
  source="\$$1"
  if [ -z "$value" ] && [ -n "$settings_file" ] && [ -r "$settings_file" ]; then
    value=$(sed -n "s/^$1=//p" "$settings_file" | tr -d '\r' | tail -n 1)
    source=$settings_file
  fi
}

# ask_go_aloud NAME: the go on PATH itself; no switch to another toolchain, no download, no telemetry.
ask_go_aloud() {
  GO111MODULE=on GOTOOLCHAIN=local GOWORK=off GOFLAGS='' GOENV="${settings_file:-off}" \
    XDG_CONFIG_HOME=/dev/null MISE_AUTO_INSTALL=0 MISE_OFFLINE=1 "$go" env "$1" </dev/null
}

ask_go() {
  ask_go_aloud "$1" 2>/dev/null
}

# directives FILE: a go.mod or go.work as lines "go V", "toolchain T", "require M V", "use DIR", "replace OLD [V] => NEW [V]".
directives() {
  awk '{
    sub(/\r$/, ""); sub(/\/\/.*/, ""); gsub(/["`]/, ""); sub(/\(/, " ( ")
  }
  block != "" && $1 == ")" { block = ""; next }
  block == "" && $2 == "(" { block = $1; next }
  NF > 0 { if (block != "") print block, $0; else print $0 }' "$1" | awk '{ $1 = $1; print }'
}

# above NAME: the nearest folder at or above this one with a file of that name.
above() {
  folder=$here
  while [ -n "$folder" ]; do
    if [ -f "$folder/$1" ]; then
      printf '%s\n' "$folder"
      return
    fi
    folder=${folder%/*}
  done
  [ ! -f "/$1" ] || printf '/\n'
}

# absolute BASE PATH
absolute() {
  case $2 in
    /*) printf '%s\n' "$2" ;;
    .) printf '%s\n' "$1" ;;
    ./*) printf '%s\n' "$1/${2#./}" ;;
    *) printf '%s\n' "$1/$2" ;;
  esac
}

# required MODULE: the highest version that a go.mod in force requires.
required() {
  best=''
  while IFS= read -r mod; do
    [ -n "$mod" ] || continue
    one=$(directives "$mod/go.mod" | awk -v m="$1" '$1 == "require" && $2 == m { print $3 }' | tail -n 1)
    if [ -n "$one" ] && { [ -z "$best" ] || older "$best" "$one"; }; then best=$one; fi
  done <<LIST
$members
LIST
  printf '%s\n' "$best"
}

# effective MODULE: the version that is built after replace: a version, "folder", "fork", or nothing where it is not required.
effective() {
  wanted=$(required "$1")
  [ -n "$wanted" ] || return 0
  replaced=$(
    {
      [ -z "$work" ] || directives "$work/go.work"
      printf '%s\n' "$members" | while IFS= read -r mod; do [ -z "$mod" ] || directives "$mod/go.mod"; done
    } | awk -v m="$1" -v v="$wanted" '$1 == "replace" && $2 == m {
      if ($3 == "=>") { by = $4; version = $5 } else if ($3 == v) { by = $5; version = $6; print_exact = 1 } else next
      if (by ~ /^(\.|\/)/) result = "folder"; else if (by != m) result = "fork"; else result = version
      if (print_exact) { print result; done = 1; exit }
      if (general == "") general = result
    } END { if (!done && general != "") print general }'
  )
  printf '%s\n' "${replaced:-$wanted}"
}

# files_with TEXT NAMES...: files below this folder of such names that hold a text, without what is somebody else's.
files_with() {
  text=$1
  shift
  find . \( -name .git -o -name vendor -o -name node_modules -o -name testdata -o -name third_party \) -prune -o \
    -type f \( "$@" \) -exec grep -l -e "$text" {} + 2>/dev/null
}

# steps: what generation needs from PATH, as lines "need NAME", "given NAME" (by --plugin=) or "hidden NAME" (the script has a
# PATH of its own, or a container does it).
steps() {
  files_with protoc -name 'Makefile*' -o -name 'makefile' -o -name 'GNUmakefile' -o -name '*.mk' -o -name '*.sh' -o -name '*.bash' \
    -o -name 'Taskfile*.y*ml' -o -name 'justfile' -o -name 'buf.gen*.yaml' -o -name '*.go' |
    while IFS= read -r file; do
      awk '
        FILENAME ~ /\.go$/ && $0 !~ /^\/\/go:generate/ { next }
        /^[ \t]*#/ { next }
        /(docker|podman|nerdctl)[ \t]+(run|compose)/ { hidden = 1 }
        /PATH[ \t]*[:?]?=/ && !/GOPATH[ \t]*[:?]?=[^:]*$/ { hidden = 1 }
        /(^|[ \t@&;|(-])protoc([ \t\\]|$)/ && /protoc[ \t]+(-|\\|\$)|protoc$/ { compiler = 1; protoc = 1 }
        /\/protoc([ \t\\]|$)|PROTOC/ { compiler = 1 }
        /--go_out/ { go = 1 }
        /--go-grpc_out/ { grpc = 1 }
        /--plugin[= ].*protoc-gen-go-grpc/ { given["protoc-gen-go-grpc"] = 1 }
        /--plugin[= ].*protoc-gen-go([^-]|$)/ { given["protoc-gen-go"] = 1 }
        FILENAME ~ /buf\.gen/ && /local:[ \t]*protoc-gen-go[ \t]*$/ { compiler = 1; go = 1 }
        FILENAME ~ /buf\.gen/ && /local:[ \t]*protoc-gen-go-grpc[ \t]*$/ { compiler = 1; grpc = 1 }
        function tell(name) { print (hidden ? "hidden" : (name in given) ? "given" : "need"), name }
        END {
          if (!compiler) exit
          if (protoc && (go || grpc)) tell("protoc")
          if (go) tell("protoc-gen-go")
          if (grpc) tell("protoc-gen-go-grpc")
        }' "$file"
    done | awk '{ order = $1 == "need" ? 3 : $1 == "given" ? 2 : 1; if (order > best[$2]) { best[$2] = order; kind[$2] = $1 } }
      END { for (name in kind) print kind[name], name }' | sort -k 2
}

# machine_of FILE: what the header says that it runs on, such as elf-62; empty for what has no header that we know.
machine_of() {
  od -An -tx1 -N20 "$1" 2>/dev/null | awk '
    function hex(s, i, n) { n = 0; for (i = 1; i <= length(s); i++) n = n * 16 + index("0123456789abcdef", substr(s, i, 1)) - 1; return n }
    { for (i = 1; i <= NF; i++) b[++n] = $i }
    END {
      magic = b[1] b[2] b[3] b[4]
      if (magic == "7f454c46") print "elf-" (b[6] == "02" ? hex(b[19] b[20]) : hex(b[20] b[19]))
      else if (magic == "cffaedfe") print "macho-" hex(b[8] b[7] b[6] b[5])
      else if (magic == "cafebabe") print "macho-fat"
      else if (b[1] b[2] == "4d5a") print "pe"
    }'
}

# runs_here MACHINE: true where this system starts it; nothing is said of systems and headers that we do not know.
runs_here() {
  case $(uname -s 2>/dev/null) in
    Linux)
      case $1 in
        elf-*) ;;
        macho-* | pe) return 1 ;;
        *) return 0 ;;
      esac
      # Somebody who set up an emulator knows what is run with it.
      for emulator in /proc/sys/fs/binfmt_misc/qemu-*; do [ ! -e "$emulator" ] || return 0; done
      case $(uname -m) in
        x86_64 | amd64) [ "$1" = elf-62 ] || [ "$1" = elf-3 ] ;;
        aarch64 | arm64) [ "$1" = elf-183 ] || [ "$1" = elf-40 ] ;;
        i?86) [ "$1" = elf-3 ] ;;
        arm*) [ "$1" = elf-40 ] ;;
        riscv64) [ "$1" = elf-243 ] ;;
        ppc64*) [ "$1" = elf-21 ] ;;
        s390x) [ "$1" = elf-22 ] ;;
      esac
      ;;
    Darwin) case $1 in elf-* | pe) return 1 ;; esac ;;
  esac
}

# --- the checks ---

check_go() {
  if find_on_path go; then
    go=$found
    running=$(ask_go GOVERSION)
    running=${running#go}
    if [ -n "$running" ]; then
      fine go "$running" "$go"
    else
      refused=$(ask_go_aloud GOVERSION 2>&1 | head -n 1)
      [ -n "$refused" ] || remark go-silent "$go"
      [ -z "$refused" ] || stops "$refused" || remark go-refuses "$go" "$refused"
    fi
    return
  fi
  go=''
  running=''
  if [ -z "$members" ]; then
    remark go-missing
    return
  fi
  problem go-missing go-missing
  for folder in /usr/local/go/bin /usr/lib/go/bin /opt/homebrew/bin /snap/bin "${HOME-}/go/bin" "${HOME-}/sdk/go/bin"; do
    if [ -x "$folder/go" ]; then
      fix fix-path "$folder"
      return
    fi
  done
  fix fix-go
}

# stops LINE: the trap behind what go says when settings stop it; false for words about anything else.
stops() {
  # shellcheck disable=SC2016 # the words of go
  case $1 in
    *'parsing $GOFLAGS'*) problem goflags-invalid go-stops "$1" ;;
    *'-mod may only be set'*) problem workspace-mode-conflict go-stops "$1" ;;
    *'cannot find GOROOT'*) problem goroot-mismatch go-stops "$1" ;;
    *'GOPATH entry'*) problem gopath-unusable go-stops "$1" ;;
    *'module cache not found'* | *'build cache is required'*) problem home-missing go-stops "$1" ;;
    *) return 1 ;;
  esac
}

# The tools of another release refuse to work for this go. What follows - or a space is the mark of a distribution.
check_goroot() {
  [ -n "$running" ] || return 0
  root=$(ask_go GOROOT)
  [ -f "$root/VERSION" ] || return 0
  tree=$(head -n 1 "$root/VERSION" | tr -d '\r' | sed -n 's/^go\(1[^ -]*\).*/\1/p')
  own=${running%%[- ]*}
  case $running in devel* | *devel*) return 0 ;; esac
  [ -z "$tree" ] || [ "$tree" = "$own" ] || problem goroot-mismatch goroot-differs "$root" "$tree" "$own"
}

# Settings at which go stops although it tells its version. -mod=readonly keeps go.mod as it is; a -mod of GOFLAGS is only
# left to itself in a workspace, where go either refuses it or does not write.
check_settings() {
  [ -n "$running" ] && [ -n "$module_dir" ] || return 0
  check_home
  setting GOFLAGS
  mode=-mod=readonly
  case $value in *-mod=*) [ -z "$work" ] || mode='' ;; esac
  # shellcheck disable=SC2086 # one word, or none
  said=$(GOTOOLCHAIN=local GOPROXY=off GOENV="${settings_file:-off}" XDG_CONFIG_HOME=/dev/null MISE_AUTO_INSTALL=0 MISE_OFFLINE=1 \
    "$go" list -m $mode 2>&1 </dev/null) && return 0
  while IFS= read -r line; do
    ! stops "$line" || return 0
  done <<LIST
$said
LIST
}

# Without HOME go knows no place for its caches, unless each is named. What it says then comes only with a build.
check_home() {
  [ -z "${HOME-}" ] || return 0
  case $(uname -s 2>/dev/null) in MINGW* | MSYS* | CYGWIN*) return 0 ;; esac
  setting GOCACHE
  if [ -z "$value${XDG_CACHE_HOME-}" ]; then
    problem home-missing no-cache
    return 0
  fi
  setting GOMODCACHE
  named=$value
  setting GOPATH
  [ -n "$named$value" ] || problem home-missing no-module-cache
}

check_modules_on() {
  setting GO111MODULE
  case $value in
    '' | on | auto) fine modules-on ;;
    off) [ -z "$members" ] || { problem go111module-off modules-off "$source" && fix fix-unset GO111MODULE; } ;;
    *)
      problem go111module-off modules-strange "$value" "$source"
      fix fix-unset GO111MODULE
      ;;
  esac
}

# The go line of this module, of go.work, and of grpc and protobuf as far as the module cache has their go.mod.
check_go_version() {
  [ -n "$running" ] && [ -n "$members" ] || return 0
  needed=''
  by=''
  demand() {
    if [ -n "$1" ] && { [ -z "$needed" ] || older "$needed" "$1"; }; then
      needed=$1
      by=$2
    fi
  }
  [ -z "$work" ] || demand "$(directives "$work/go.work" | awk '$1 == "go" { print $2 }')" go.work
  while IFS= read -r mod; do
    [ -z "$mod" ] || demand "$(directives "$mod/go.mod" | awk '$1 == "go" { print $2 }')" go.mod
  done <<LIST
$members
LIST
  for module in google.golang.org/grpc google.golang.org/protobuf; do
    version=$(effective "$module")
    cached=$cache/cache/download/$module/@v/$version.mod
    case $version in
      v*) [ ! -f "$cached" ] || demand "$(directives "$cached" | awk '$1 == "go" { print $2 }')" "$module@$version" ;;
    esac
  done
  if [ -z "$needed" ] || ! older "$running" "$needed"; then
    [ -z "$needed" ] || fine go-suffices "$needed" "$by"
    return
  fi
  setting GOTOOLCHAIN
  [ -n "$value" ] || value=$(sed -n 's/^GOTOOLCHAIN=//p' "$(ask_go GOROOT)/go.env" 2>/dev/null | tail -n 1)
  if older "$running" 1.21; then
    compiled=$(directives "$module_dir/go.mod" 2>/dev/null | awk '$1 == "go" { print $2 }')
    case $needed in
      1.*.*) problem go-too-old-for-module go-unreadable "$by" "$needed" "$running" ;;
      *)
        first=$(refusing_go | lookup "$running")
        if [ -n "$first" ] && [ "${first%.*}" = "${running%.*}" ] && older 1.21 "$compiled"; then
          problem go-too-old-for-module go-uncompilable go.mod "$compiled" "$running"
          fix fix-go
          return
        fi
        remark go-advice "$by" "$needed" "$running"
        ;;
    esac
  elif [ "${value:-auto}" = local ]; then
    problem go-too-old-for-module go-too-old "$by" "$needed" "$running"
    fix fix-newer-go "$needed"
  else
    fine go-switches "$running" "$needed" "$by"
  fi
}

check_vendor() {
  [ -n "$members" ] || return 0
  setting GOFLAGS
  mode=''
  case " $value " in
    *' -mod=vendor '* | *' --mod=vendor '*) mode=vendor ;;
    *' -mod=mod '* | *' -mod=readonly '*) mode=other ;;
  esac
  if [ -n "$work" ]; then
    [ ! -d "$module_dir/vendor" ] || remark vendor-workspace
    return 0
  fi
  line=$(directives "$module_dir/go.mod" | awk '$1 == "go" { print $2 }')
  if [ ! -f "$module_dir/vendor/modules.txt" ]; then
    [ "$mode" = vendor ] || return 0
    directives "$module_dir/go.mod" | grep -q '^require ' || return 0
    problem vendor-inconsistent vendor-missing "$source"
    fix fix-vendor
    return 0
  fi
  if [ "$mode" = other ] || { [ "$mode" != vendor ] && older "${line:-1.0}" 1.14; }; then return 0; fi
  vendored=yes
  lacking=$(directives "$module_dir/go.mod" | awk -v list="$module_dir/vendor/modules.txt" '
    BEGIN { while ((getline text < list) > 0) { split(text, f, " "); if (f[1] == "#") { has[f[2] " " f[3]] = 1; has[f[2]] = 1 } } }
    $1 == "require" && !(($2 " " $3) in has) { print $2 "@" $3 }')
  if [ -z "$lacking" ]; then
    fine vendor-consistent
    return 0
  fi
  problem vendor-inconsistent vendor-differs "$(printf '%s\n' "$lacking" | head -n 1)"
  fix fix-vendor
}

# Without go.sum nothing is verified, so nothing is built. A workspace keeps sums of its own, vendored code needs none.
check_sums() {
  [ -n "$module_dir" ] && [ -z "$work" ] && [ "$vendored" = no ] || return 0
  for module in google.golang.org/grpc google.golang.org/protobuf; do
    version=$(effective "$module")
    case $version in v*) ;; *) continue ;; esac
    directives "$module_dir/go.mod" | grep -q "^require $module " || continue
    if [ ! -f "$module_dir/go.sum" ]; then
      problem missing-go-sum sum-missing
      fix fix-tidy
      return 0
    fi
    [ -r "$module_dir/go.sum" ] || return 0
    grep -q "^$module $version h1:" "$module_dir/go.sum" && continue
    if imported "$module"; then
      problem missing-go-sum sum-lacks "$module" "$version"
      fix fix-tidy
      return 0
    fi
  done
  [ ! -f "$module_dir/go.sum" ] || fine sum
}

# imported MODULE: some Go file here imports a package of it.
imported() {
  files_with "\"$1[\"/]" -name '*.go' | grep -q .
}

check_cache() {
  [ -n "$go" ] && [ -n "$module_dir" ] && [ "$vendored" = no ] || return 0
  version=$(effective google.golang.org/grpc)
  case $version in v*) ;; *) return 0 ;; esac
  [ ! -f "$cache/cache/download/google.golang.org/grpc/@v/$version.zip" ] || return 0
  if [ "$network" = no ]; then
    remark cache-cold "$version"
    return 0
  fi
  limit=''
  ! have timeout || limit='timeout 30'
  # shellcheck disable=SC2086 # the limit is two words, or none
  answer=$(cd / && GO111MODULE=on GOWORK=off GOFLAGS=-mod=mod $limit "$go" list -m "google.golang.org/grpc@$version" 2>&1 </dev/null)
  code=$?
  if [ "$code" -eq 0 ]; then
    fine proxy
  elif [ "$code" -eq 124 ]; then
    problem proxy-unreachable proxy-hangs
    fix fix-proxy
  else
    problem proxy-unreachable proxy-fails "$(printf '%s\n' "$answer" | tail -n 1)"
    fix fix-proxy
  fi
}

# Where generated code is in the repository, a missing generator stops nobody who only builds.
generation() {
  if [ "$committed" = no ]; then
    problem "$@"
  else
    shift
    remark "$@"
  fi
}

check_generators() {
  list=$(steps)
  if [ -z "$list" ]; then
    remark no-steps
    return
  fi
  while read -r kind name; do
    case $kind in
      given) fine given "$name" ;;
      hidden) remark hidden "$name" ;;
      need) check_program "$name" ;;
    esac
  done <<LIST
$list
LIST
}

check_program() {
  name=$1
  if ! find_on_path "$name"; then
    if [ -n "$dead" ] && [ "$name" != protoc ]; then
      generation plugin-not-executable not-executable "$dead"
      fix fix-chmod "$dead"
    elif [ "$name" = protoc ]; then
      generation protoc-missing protoc-missing
      fix fix-protoc
    else
      missing_plugin "$name"
    fi
    return
  fi
  file=$found
  if [ ! -s "$file" ]; then
    generation plugin-not-executable empty "$file"
    return
  fi
  kind=$(machine_of "$file")
  if [ -n "$kind" ] && ! runs_here "$kind"; then
    generation plugin-wrong-arch wrong-arch "$file" "$(uname -m)"
    fix fix-reinstall "$name"
    return
  fi
  interpreter=$(head -n 1 "$file" 2>/dev/null | tr -d '\000' | sed -n 's/^#![ ]*\([^ ]*\).*/\1/p')
  if [ -n "$interpreter" ] && [ ! -e "$interpreter" ]; then
    generation plugin-not-executable interpreter "$file" "$(printf '%s' "$interpreter" | tr '\r' '?')"
    return
  fi
  case $name in
    protoc-gen-go) check_message_plugin "$file" ;;
    protoc-gen-go-grpc) check_grpc_plugin "$file" ;;
    *) fine program "$name" "$file" ;;
  esac
}

missing_plugin() {
  setting GOBIN
  bin=$value
  if [ -z "$bin" ]; then
    setting GOPATH
    bin=${value:-${HOME-}/go}
    bin=${bin%%:*}/bin
  fi
  if [ -x "$bin/$1" ]; then
    generation plugin-not-on-path not-on-path "$1" "$bin"
    fix fix-path "$bin"
  else
    generation plugin-not-on-path not-installed "$1"
    fix fix-reinstall "$1"
  fi
}

# build_of FILE: "PACKAGE VERSION" as the Go linker wrote it; nothing for other programs.
build_of() {
  [ -n "$go" ] || return 0
  (cd / && GOTOOLCHAIN=local GOFLAGS='' GO111MODULE=on XDG_CONFIG_HOME=/dev/null GOENV="${settings_file:-off}" \
    "$go" version -m "$1" 2>/dev/null </dev/null) |
    awk '$1 == "path" { package = $2 } $1 == "mod" { print package, $3; exit }'
}

check_message_plugin() {
  build=$(build_of "$1")
  case $build in
    github.com/golang/protobuf/protoc-gen-go*)
      # From 1.4.0 on it hands the work to google.golang.org/protobuf.
      if older "${build##* }" v1.4.0 && [ -n "$members" ] && [ -z "$(required github.com/golang/protobuf)" ]; then
        generation plugin-legacy legacy "$1" "${build##* }"
        fix fix-reinstall protoc-gen-go
        return
      fi
      ;;
  esac
  fine program protoc-gen-go "$1"
}

check_grpc_plugin() {
  build=$(build_of "$1")
  version=''
  case $build in google.golang.org/grpc/cmd/protoc-gen-go-grpc\ v*) version=${build##* } ;; esac
  grpc=$(effective google.golang.org/grpc)
  floor=''
  [ -z "$version" ] || floor=$(plugin_floors | lookup "$version")
  case $grpc in
    v*)
      if [ -n "$floor" ] && older "$grpc" "$floor"; then
        generation regeneration-will-break will-break "$version" "$floor" "$grpc"
        fix fix-grpc "$floor"
        fix fix-older-plugin
        return
      fi
      ;;
    folder | fork) remark replaced "$grpc" ;;
  esac
  fine program protoc-gen-go-grpc "$1"
}

# The constant in committed code says which grpc it needs; only the files of this module count.
check_generated() {
  grpc=$(effective google.golang.org/grpc)
  case $grpc in v*) ;; *) return 0 ;; esac
  [ -n "$module_dir" ] || return 0
  while read -r constant floor; do
    older "$grpc" "$floor" || continue
    while IFS= read -r file; do
      [ -n "$file" ] || continue
      problem generated-code-newer-than-grpc too-new "$file" "$floor" "$grpc"
      fix fix-grpc "$floor"
      return 0
    done <<LIST
$(generated_with "$constant")
LIST
  done <<LIST
$(constant_floors)
LIST
}

# generated_with N: files of this module, and of no module below it, that assert SupportPackageIsVersionN.
generated_with() {
  files_with "SupportPackageIsVersion$1\$" -name '*.pb.go' | while IFS= read -r file; do
    folder=${file%/*}
    while [ "$folder" != . ] && [ ! -f "$folder/go.mod" ]; do folder=${folder%/*}; done
    [ "$folder" != . ] || printf '%s\n' "$file"
  done
}

# --- the run ---

network=no
start=.
for argument; do
  case $argument in
    --network) network=yes ;;
    -*)
      words usage "$0" >&2
      exit 2
      ;;
    *) start=$argument ;;
  esac
done
case $start in -*) start=./$start ;; esac
if ! cd "$start" 2>/dev/null; then
  words no-folder "$start" >&2
  exit 2
fi
here=$(pwd -P)
case $here in
  *'
'*)
    # Folders are told line by line from here on.
    words line-end >&2
    exit 2
    ;;
esac

missing_tools=''
for tool in awk sed grep find od sort head tail tr uname; do have "$tool" || missing_tools="$missing_tools $tool"; done
if [ -n "$missing_tools" ]; then
  # What is left needs nothing but the shell.
  find_on_path go || problem go-missing go-missing
  remark no-tools "$missing_tools"
  words result "$errors"
  [ "$errors" -eq 0 ] || exit 1
  exit 0
fi

settings_file=$(goenv_file)
# The go command reads a device or a pipe to its end, which may never come.
[ -f "$settings_file" ] || settings_file=''
[ "$here" != / ] || here=''
module_dir=$(above go.mod)
[ "$module_dir" != / ] || module_dir=''
setting GOWORK
case $value in
  off) work='' ;;
  ?*) work=${value%/*} ;;
  *) work=$(above go.work) ;;
esac
[ -z "$work" ] || [ -f "$work/go.work" ] || work=''
members=$module_dir
if [ -n "$work" ]; then
  used=$(directives "$work/go.work" | sed -n 's/^use //p' | while IFS= read -r one; do absolute "$work" "$one"; done |
    while IFS= read -r one; do [ ! -f "$one/go.mod" ] || printf '%s\n' "$(cd "$one" && pwd -P)"; done)
  # A module that the workspace does not name is built without it, or not at all.
  if [ -z "$module_dir" ] || printf '%s\n' "$used" | grep -qxF "$module_dir"; then members=$used; else work=''; fi
fi
[ -z "$module_dir" ] || cd "$module_dir" || exit 2
vendored=no
committed=no
[ -z "$(files_with package -name '*.pb.go' | head -n 1)" ] || committed=yes
[ -n "$members" ] || remark no-module

check_go
cache=''
if [ -n "$go" ]; then
  setting GOMODCACHE
  cache=$value
  [ -n "$cache" ] || cache=$(ask_go GOMODCACHE)
fi
check_goroot
check_settings
check_modules_on
check_go_version
check_vendor
check_sums
check_cache
check_generators
check_generated

words result "$errors"
words only-check
[ "$errors" -eq 0 ]
