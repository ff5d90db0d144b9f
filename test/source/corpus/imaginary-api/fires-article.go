package main

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
)

func main() {
	creds := credentials.NewInsecure() /* want */
	server := grpc.NewServer(grpc.Creds(creds))
	_ = server
}
