#!/bin/sh
# The four checks of the article "Go+gRPC development environment", in our own writing: what it asks is kept as it is,
# the naive version pattern included, because this lab measures what these four questions can and cannot see.
# Prints one line per check, Y or N and its name, and always ends with 0, as the article's script does.

say() {
  if [ "$1" -eq 0 ]; then printf 'Y %s\n' "$2"; else printf 'N %s\n' "$2"; fi
}

module_mode=$(go env GO111MODULE 2>/dev/null)
[ "$module_mode" = on ]
say $? 'GO111MODULE is on'

which protoc-gen-go >/dev/null 2>&1
say $? 'protoc-gen-go is found'

which protoc-gen-go-grpc >/dev/null 2>&1
say $? 'protoc-gen-go-grpc is found'

go list -m google.golang.org/grpc 2>/dev/null | grep -q 'v1\.[6-9][0-9]'
say $? 'grpc is 1.60 or later'

exit 0
