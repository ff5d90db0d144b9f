package main

import (
	"example.com/company/credentials"
	"google.golang.org/grpc"
)

var _, _ = credentials.NewInsecure(), grpc.Version
