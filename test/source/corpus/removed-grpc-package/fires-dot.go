package client

import . "google.golang.org/grpc"

var option = WithServiceConfig(nil) /* want */
