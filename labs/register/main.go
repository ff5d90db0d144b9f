// Command register links two generated packages and says when it has come as far as main.
package main

import (
	"fmt"

	_ "example.com/register/pb/a"
	_ "example.com/register/pb/b"
)

func main() {
	fmt.Println("started")
}
