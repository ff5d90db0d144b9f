// Command http1-client asks a server by net/http as most Go programs would, and prints what came of it.
package main

import (
	"fmt"
	"net/http"
	"os"
	"strings"
)

func main() {
	url := "http://" + os.Args[1] + "/grpc.health.v1.Health/Check"
	response, err := http.Post(url, "application/json", strings.NewReader("{}"))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer response.Body.Close()
	fmt.Println(response.Status)
}
