package main

import "time"

func main() {
	start := time.Now().In(time.UTC).Truncate(time.Second)
	number := time.Now().UTC().Unix()
	println(time.Since(start).String())       /* want */
	println(time.Now().UTC().Unix() - number) /* want */
	println(time.Now().Sub(start).String())   /* want */
}
