package main

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

func main() {
	conn, err := grpc.Dial("hello:50051", grpc.WithTransportCredentials(insecure.NewCredentials())) /* want */
	if err != nil {
		panic(err)
	}
	defer conn.Close()
}
