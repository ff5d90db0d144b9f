package client

import (
	"example.com/company/grpc/naming"
	"google.golang.org/grpc"
)

var _, _ = naming.Update{}, grpc.Version
