package client

import . "google.golang.org/grpc"

var options = []DialOption{WithInsecure(), WithUserAgent("hello")} /* want */

func open() (*ClientConn, error) {
	return Dial("hello:50051", options...) /* want */
}
