package client

import "google.golang.org/grpc"

type transport struct{}

func (transport) Dial(string) {}

func first(grpc transport) {
	grpc.Dial("hello:50051")
}

func second() {
	{
		grpc := transport{}
		grpc.Dial("hello:50051")
	}
	_, _ = grpc.Dial("hello:50051") /* want */
}
