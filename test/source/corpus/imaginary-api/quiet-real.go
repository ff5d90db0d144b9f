package main

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

var _ grpc.UnaryServerInterceptor

var _, _ = insecure.NewCredentials(), credentials.NewTLS(nil)
