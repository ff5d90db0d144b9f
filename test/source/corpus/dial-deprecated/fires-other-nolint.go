package client

import "google.golang.org/grpc"

func open() (*grpc.ClientConn, error) {
	return grpc.Dial("hello:50051") /* want */ //nolint:errcheck // closed by the caller
}
