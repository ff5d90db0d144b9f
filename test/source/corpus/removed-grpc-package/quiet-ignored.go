//go:build ignore

package main

import "google.golang.org/grpc/naming"

func main() { _ = naming.Update{} }
