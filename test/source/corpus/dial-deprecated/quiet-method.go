package client

import "google.golang.org/grpc"

type pool struct{ grpc struct{ Dial func(string) } }

func (p pool) open() {
	p.grpc.Dial("hello:50051")
	_ = grpc.Version
}
