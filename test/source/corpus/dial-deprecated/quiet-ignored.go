//go:build ignore

package main

import "google.golang.org/grpc"

func main() { _, _ = grpc.Dial("hello:50051", grpc.WithInsecure()) }
