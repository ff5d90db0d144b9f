package docs

import "google.golang.org/grpc"

/*
	conn, err := grpc.Dial(target)
*/
const snippet = `conn, err := grpc.Dial(target, grpc.WithInsecure())`

var version = grpc.Version
