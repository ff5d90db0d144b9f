package main

import "time"

func main() {
	start := time.Now().UTC()
	work()
	end := time.Now().UTC()
	println(end.Sub(start).String()) /* want */
}
