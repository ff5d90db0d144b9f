package client

import (
	"google.golang.org/grpc"
)

func open(target string) (*grpc.ClientConn, error) {
	//nolint:staticcheck // until the mesh is gone
	return grpc.Dial(
		target,
		grpc.WithInsecure(),
	)
}

func again(target string) (*grpc.ClientConn, error) {
	return grpc.Dial(target) //nolint:staticcheck,errcheck // the same
}
