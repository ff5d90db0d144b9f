// Command elapsed measures elapsed times with the wall clock, in three ways.
package main

import (
	"fmt"
	"time"
)

func main() {
	begin := time.Now().UTC()
	start := time.Now().UnixMilli()
	for time.Now().UnixMilli()-start < 20 {
		time.Sleep(time.Millisecond)
	}
	nanoseconds := time.Now().UnixNano()
	time.Sleep(time.Millisecond)
	fmt.Println(time.Now().UnixNano()-nanoseconds > 0, time.Since(begin) >= 20*time.Millisecond)
}
