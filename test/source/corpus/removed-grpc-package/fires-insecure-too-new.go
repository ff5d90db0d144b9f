// grpc v1.33.2

package client

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure" /* want */
)

var option = grpc.WithTransportCredentials(insecure.NewCredentials())
