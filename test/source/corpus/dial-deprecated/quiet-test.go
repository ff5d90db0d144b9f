// file client/open_test.go

package client

import "google.golang.org/grpc"

func open() { _, _ = grpc.Dial("bufnet", grpc.WithInsecure()) }
