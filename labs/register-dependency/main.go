// Command register-dependency links its own copy of a package that a dependency brings, and says when it has come as far as main.
package main

import (
	"fmt"

	_ "example.com/register-dependency/pb"
	_ "google.golang.org/genproto/googleapis/rpc/status"
)

func main() {
	fmt.Println("started")
}
