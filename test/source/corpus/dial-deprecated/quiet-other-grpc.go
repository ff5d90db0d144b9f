package client

import "example.com/company/grpc"

var conn, err = grpc.Dial("hello:50051", grpc.WithInsecure(), grpc.WithBlock())
