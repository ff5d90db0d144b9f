// Command etcd-client imports the client of etcd 3.4 and grpc-go, and says which grpc-go that is.
package main

import (
	"fmt"

	"go.etcd.io/etcd/clientv3"
	"google.golang.org/grpc"
)

func main() {
	fmt.Println("grpc", grpc.Version, "with a client of", len(clientv3.Config{}.Endpoints), "endpoints")
}
