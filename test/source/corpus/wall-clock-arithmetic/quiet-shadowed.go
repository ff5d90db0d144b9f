package main

import "time"

type clock struct{}

func (clock) Now() moment { return 0 }

func main() {
	_ = time.Second
	time := clock{}
	start := time.Now().UnixNano()
	println(time.Now().UnixNano() - start)
}
