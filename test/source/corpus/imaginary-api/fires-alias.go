package main

import (
	"google.golang.org/grpc"
	tls "google.golang.org/grpc/credentials"
)

var _, _ = grpc.NewClient("hello", grpc.WithTransportCredentials(tls.NewInsecureCredentials())) /* want */
