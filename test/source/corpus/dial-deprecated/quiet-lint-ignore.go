package client

import "google.golang.org/grpc"

func open(target string) (*grpc.ClientConn, error) {
	//lint:ignore SA1019 until the mesh is gone
	return grpc.Dial(target)
}
