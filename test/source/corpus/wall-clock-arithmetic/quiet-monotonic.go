package main

import "time"

func main() {
	start := time.Now()
	shown := time.Now().UTC()
	println(shown.String(), time.Since(start).String())
	until := time.Now().Add(time.Minute)
	println(time.Until(until).String(), time.Now().Sub(start).String())
	_ = time.Since(start).Round(time.Millisecond)
}
